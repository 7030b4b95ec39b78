import assert from "node:assert/strict";
import { matchesWithin } from "../../../../../kernel/aen/sources/labels/matchesWithin.js";

describe("texts compared with a pattern that anybody may have written", () => {
  it("are matched one by one", () => {
    const { found, stuckAt } = matchesWithin(["a1", "b", "a22"], /a(?<digits>\d+)/);
    assert.deepEqual(
      found.map((match) => match?.groups?.digits ?? null),
      ["1", null, "22"],
    );
    assert.equal(stuckAt, null);
  });

  it("are given up where one takes for ever, and an error in between is not swallowed", () => {
    const endless = "a".repeat(40) + "!";
    assert.equal(matchesWithin(["aa", endless, "a"], /^(a+)+$/).stuckAt, endless);
    const broken = { exec: () => assert.fail("broken") } as unknown as RegExp;
    assert.throws(() => matchesWithin(["a"], broken), /broken/);
  });
});
