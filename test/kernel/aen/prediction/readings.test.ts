import assert from "node:assert/strict";
import type { ClipPrediction } from "../../../../kernel/contracts/clipPrediction.js";
import { LabelSet } from "../../../../kernel/aen/labels.js";
import { clipReading, frameReadings } from "../../../../kernel/aen/prediction/readings.js";

const labels = new LabelSet(["Happy", "Sad", "Angry"], { Good: ["Happy"], Bad: ["Sad", "Angry"] });
const box = { x: 1, y: 2, width: 3, height: 4, confidence: 0.9 };

function near(actual: readonly number[] | null, expected: readonly number[]): void {
  assert.equal(actual?.length, expected.length);
  expected.forEach((value, index) => assert.ok(Math.abs(actual[index] - value) < 1e-9, String(actual)));
}

describe("the reading of a frame", () => {
  // by hand: weights 4, 3 and 3 of 10
  const logits = [4, 3, 3].map(Math.log);
  const clip = { times: [0, 0.1], faceSights: ["seen", "none"] as const, faceBoxes: [box, null] };

  it("names the emotion with the largest share and the group with the largest sum, which may not hold it", () => {
    const [seen] = frameReadings(clip, [logits, logits], labels);
    near(seen.emotions, [0.4, 0.3, 0.3]);
    near(seen.sentiments, [0.4, 0.6]);
    assert.deepEqual([seen.number, seen.time, seen.emotion, seen.sentiment, seen.box], [0, 0, 0, 1, box]);
  });

  it("says nothing of a frame without a face, nor of scores that are not finite", () => {
    const [broken, black] = frameReadings(clip, [[1, NaN, 2], logits], labels);
    for (const { emotions, sentiments, emotion, sentiment } of [broken, black])
      assert.deepEqual([emotions, sentiments, emotion, sentiment], [null, null, -1, -1]);
  });
});

describe("the reading of a clip", () => {
  const logs = (shares: readonly number[]) => shares.map(Math.log);
  const prediction: ClipPrediction = {
    ...{ clip: "a", label: null, frameNumbers: [0] },
    clipLogProbabilities: logs([0.2, 0.3, 0.5]),
    sentimentLogProbabilities: logs([0.7, 0.3]),
    emotionLogProbabilities: logs([0.5, 0.25, 0.25]),
  };

  it("fuses clip and emotion head with beta, and takes the sentiment head's own answer", () => {
    const { emotions, sentiments, emotion, sentiment } = clipReading(prediction, labels, 0.5);
    // by hand: square roots of 0.1, 0.075 and 0.125, divided by their sum
    const roots = [0.1, 0.075, 0.125].map(Math.sqrt);
    near(emotions, roots.map((root) => root / (roots[0] + roots[1] + roots[2]))); // prettier-ignore
    near(sentiments, [0.7, 0.3]);
    assert.deepEqual([emotion, sentiment], [2, 0]);
  });

  it("takes the group of the emotion where there is no sentiment head", () => {
    const without = { ...prediction, sentimentLogProbabilities: [] };
    const { sentiments, emotion, sentiment } = clipReading(without, labels, 0);
    near(sentiments, [0.5, 0.5]);
    assert.deepEqual([emotion, sentiment], [0, 0]);
  });

  it("says nothing where scores are not finite, and of the sentiment alone where only its are not", () => {
    const broken = { ...prediction, clipLogProbabilities: logs([0.2, 0, 0.5]).map(() => NaN) };
    assert.deepEqual(clipReading(broken, labels, 0.3).emotions, null);
    const half = clipReading({ ...prediction, sentimentLogProbabilities: [NaN, 0] }, labels, 0);
    assert.deepEqual([half.emotion, half.sentiment, half.sentiments], [0, -1, null]);
  });
});
