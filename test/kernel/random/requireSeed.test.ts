import assert from "node:assert/strict";
import { Random } from "../../../kernel/random/random.js";
import { requireSeed } from "../../../kernel/random/requireSeed.js";

describe("a seed", () => {
  it("is any finite number or text", () => {
    for (const seed of [0, -1, 0.5, 2 ** 53, "", "NaN"]) requireSeed(seed);
  });

  it("that is not finite is refused, also where something is drawn with it", () => {
    for (const seed of [NaN, Infinity, -Infinity]) {
      const message = `"seed" must be a number that is finite, got ${seed}.`;
      assert.throws(() => requireSeed(seed), { name: "RangeError", message });
      assert.throws(() => new Random("clips", seed), { name: "RangeError", message });
    }
  });
});
