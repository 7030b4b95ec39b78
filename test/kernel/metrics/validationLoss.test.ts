import assert from "node:assert/strict";
import type { ClipPrediction } from "../../../kernel/contracts/clipPrediction.js";
import type { Labels } from "../../../kernel/contracts/labels.js";
import { testScriptLoss, validationLoss } from "../../../kernel/metrics/validationLoss.js";

/** The members of the first group are not neighbours, so that an index of a group is not one of an emotion. */
const labels: Labels = {
  emotions: ["a", "b", "c"],
  groups: [
    { name: "Good", emotions: [0, 2] },
    { name: "Bad", emotions: [1] },
  ],
  groupOf: [0, 1, 0],
};

const clip = (label: number | null): ClipPrediction => ({
  ...{ clip: "clip 7", label, frameNumbers: [] },
  clipLogProbabilities: [-1, -2, -3],
  sentimentLogProbabilities: [-0.5, -0.9],
  emotionLogProbabilities: [-0.1, -0.4, -2],
});

const near = (value: number, wanted: number) => assert.ok(Math.abs(value - wanted) < 1e-12, String(value));

describe("the published validation loss", () => {
  it("takes the mean of the clip head over the group of the label", () => {
    // sentiment 0.7 * 0.5 + 0.3 * (1 + 3) / 2, emotion 0.7 * 2 + 0.3 * 3
    near(validationLoss([clip(2)], labels), 0.95 + 2.3);
    // sentiment 0.7 * 0.9 + 0.3 * 2, emotion 0.7 * 0.4 + 0.3 * 2
    near(validationLoss([clip(1)], labels), 1.23 + 0.88);
  });

  it("is the mean over the clips", () => {
    near(validationLoss([clip(2), clip(1)], labels), (3.25 + 2.11) / 2);
  });

  it("takes the sum over the group in the test script", () => {
    near(testScriptLoss(clip(2), labels), 0.7 * 0.5 + 0.3 * (1 + 3) + 2.3);
    near(testScriptLoss(clip(1), labels), 2.11);
  });

  it("is refused for a clip without a label, by the clip's name", () => {
    const wanted = { name: "RangeError", message: 'The clip "clip 7" has no label to compare with.' };
    assert.throws(() => validationLoss([clip(1), clip(null)], labels), wanted);
    assert.throws(() => testScriptLoss(clip(null), labels), wanted);
  });
});
