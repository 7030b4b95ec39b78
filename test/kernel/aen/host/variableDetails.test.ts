import assert from "node:assert/strict";
import { describeValues, knownDetails } from "../../../../kernel/aen/host/variableDetails.js";

class Own {}

describe("what a viewer knows of values", () => {
  it("is what the describer of that kind says; nothing for a kind that none knows", async () => {
    describeValues((value) =>
      value instanceof Own ? Promise.resolve({ kind: "text", text: "own" }) : undefined,
    );
    assert.deepEqual(await knownDetails(new Own()), { kind: "text", text: "own" });
    assert.equal(knownDetails({}), undefined);
  });
});
