import assert from "node:assert/strict";
import { betaOf, toggled } from "../../../media/confusionMatrix/matrixState.js";

describe("the beta at which a matrix opens", () => {
  it("is that of the payload, brought into the range of the slider", () => {
    const opened = [0, 0.47, 1, -0.2, 1.5].map((beta) => betaOf({ beta }));
    assert.deepEqual(opened, [0, 0.47, 1, 0, 1]);
  });

  it("is the published one, 0.3, where the payload has no number", () => {
    for (const beta of [NaN, Infinity, null, "0.9", undefined])
      assert.equal(betaOf({ beta: beta as number }), 0.3, String(beta));
  });
});

describe("a group that is clicked", () => {
  it("is folded after those that are, or opened", () => {
    const folded = [2, 0];
    assert.deepEqual(toggled(folded, 1), [2, 0, 1]);
    assert.deepEqual(toggled(folded, 2), [0]);
    assert.deepEqual(folded, [2, 0], "the state before stays as it was");
  });
});
