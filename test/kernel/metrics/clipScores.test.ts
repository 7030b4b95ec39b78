import assert from "node:assert/strict";
import { clipScores } from "../../../kernel/metrics/clipScores.js";
import { examplePredictions } from "../figures/examples.js";

describe("the scores of a prediction", () => {
  const [prediction] = examplePredictions(1);

  it("are those of its three heads, with its label", () => {
    assert.deepEqual(clipScores(prediction), {
      label: prediction.label,
      clip: prediction.clipLogProbabilities,
      sentiment: prediction.sentimentLogProbabilities,
      emotion: prediction.emotionLogProbabilities,
    });
  });

  it("keep the person's number where there is one, 0 included", () => {
    for (const person of [0, 3]) assert.equal(clipScores({ ...prediction, person }).person, person);
    assert.ok(!("person" in clipScores(prediction)));
  });
});
