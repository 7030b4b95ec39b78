import assert from "node:assert/strict";
import { requireDifferentArms } from "../../../../kernel/aen/ablation/differentArms.js";

describe("the arms of a study", () => {
  const refused =
    (...runs: string[]) =>
    () =>
      requireDifferentArms(["base", "one", "two"], runs);

  it("are different where their runs are", () => {
    assert.doesNotThrow(refused("a", "b", "c"));
  });

  it("are refused by name where one is the base, or two are the same", () => {
    assert.throws(refused("a", "b", "a"), /^RangeError: The arm "two" is the base itself/);
    assert.throws(refused("a", "b", "b"), /^RangeError: The arms "one" and "two" are the same/);
  });
});
