import assert from "node:assert/strict";
import type { ClipPrediction } from "../../../../kernel/contracts/clipPrediction.js";
import { formatPredictions, parsePredictions } from "../../../../kernel/contracts/runs/predictions.js";

describe("recorded predictions", () => {
  const prediction = (clip: string): ClipPrediction => ({
    clip,
    label: 1,
    frameNumbers: [0, 4],
    clipLogProbabilities: [-0.1, -2.3],
    sentimentLogProbabilities: [-0.5, -0.9],
    emotionLogProbabilities: [-0.2, -1.7],
  });
  const text = formatPredictions([prediction("a"), prediction("b")]);

  it("are read back as they were", () => {
    assert.deepEqual(parsePredictions(text), [prediction("a"), prediction("b")]);
    assert.deepEqual(parsePredictions(""), []);
  });

  it("are all or none: a damaged line makes them unusable", () => {
    assert.equal(parsePredictions(text.slice(0, -20)), null);
    assert.equal(parsePredictions(`5\n${text}`), null);
  });
});
