import assert from "node:assert/strict";
import { ownPrefix } from "../../../../kernel/aen/model/variableNames.js";

describe("the prefix of variables' names", () => {
  it("is given once in a process, whichever copy of the module gives it", async () => {
    const file = "../../../../kernel/aen/model/variableNames.js";
    const copy = (await import(`${file}?copy`)) as { ownPrefix: typeof ownPrefix };
    assert.notEqual(copy.ownPrefix, ownPrefix);
    const given = [ownPrefix("model"), copy.ownPrefix("model"), ownPrefix("optimizer"), ownPrefix("model")];
    assert.equal(new Set(given).size, 4);
    assert.match(given.join(), /^model\d+,model\d+,optimizer\d+,model\d+$/);
  });
});
