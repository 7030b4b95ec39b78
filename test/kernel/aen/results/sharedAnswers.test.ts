import assert from "node:assert/strict";
import { ClipSet } from "../../../../kernel/aen/clips/clipSet.js";
import { LabelSet } from "../../../../kernel/aen/labels.js";
import { amongShared, sharedLabels } from "../../../../kernel/aen/results/sharedAnswers.js";
import type { ClipPrediction } from "../../../../kernel/contracts/clipPrediction.js";
import { greyClip } from "./evaluatedClips.js";

const labels = new LabelSet(["Happy", "Neutral", "Sad", "Fear"], {
  Positive: ["Happy"],
  Neutral: ["Neutral"],
  Negative: ["Sad", "Fear"],
});
const logs = (...shares: number[]) => shares.map(Math.log);
const prediction: ClipPrediction = {
  ...{ clip: "a", label: 3, originalLabel: "Anxiety", frameNumbers: [0] },
  clipLogProbabilities: logs(0.1, 0.5, 0.1, 0.3),
  sentimentLogProbabilities: logs(0.2, 0.6, 0.2),
  emotionLogProbabilities: logs(0.25, 0.5, 0.125, 0.125),
  frameLogits: [[1, 2, 3, 4]],
  pseudoLabelLogits: [[5, 6, 7, 8]],
  frameAttention: [0.5],
};
const clips = new ClipSet([{ ...greyClip(prediction), originalLabel: "Anxiety" }], labels).leavingOut([
  { clip: "b", reason: "the labelMap leaves out Contempt" },
]);
const near = (values: readonly number[], wanted: readonly number[]) => {
  assert.equal(values.length, wanted.length);
  values.forEach((value, index) => assert.ok(Math.abs(Math.exp(value) - wanted[index]) < 1e-12));
};

describe("answers among shared emotions", () => {
  const shared = amongShared({ clips, predictions: [prediction] }, ["Happy", "Sad", "Fear"]);
  const [one] = shared.predictions;

  it("have the probabilities given that it is one of them, of sentiments as of emotions", () => {
    near(one.clipLogProbabilities, [0.2, 0.2, 0.6]); // (0.1, 0.1, 0.3) / 0.5
    near(one.emotionLogProbabilities, [0.5, 0.25, 0.25]); // (0.25, 0.125, 0.125) / 0.5
    near(one.sentimentLogProbabilities, [0.5, 0.5]); // (0.2, 0.2) / 0.4
    assert.deepEqual(
      [one.frameLogits, one.pseudoLabelLogits, one.frameAttention],
      [[[1, 3, 4]], [[5, 7, 8]], [0.5]],
    );
  });

  it("keep each clip's label by name, its original name, and the clips that were left out", () => {
    const [clip] = shared.clips;
    assert.deepEqual(
      [one.label, clip.label, one.originalLabel, clip.originalLabel],
      [2, 2, "Anxiety", "Anxiety"],
    );
    assert.deepEqual(shared.clips.leftOut, clips.leftOut);
    const groups = shared.clips.labels.groups.map(({ name, emotions }) => [name, ...emotions]);
    assert.deepEqual(groups, [
      ["Positive", 0],
      ["Negative", 1, 2],
    ]);
  });

  it("need no sentiment head and no label", () => {
    const bare = { ...prediction, label: null, sentimentLogProbabilities: [] };
    const set = new ClipSet([greyClip(bare)], labels);
    const { predictions } = amongShared({ clips: set, predictions: [bare] }, ["Sad", "Fear"]);
    assert.deepEqual([predictions[0].label, predictions[0].sentimentLogProbabilities], [null, []]);
  });

  it("are the network's own where all emotions are shared", () => {
    const given = { clips, predictions: [prediction] };
    assert.deepEqual(amongShared(given, labels.emotions), given);
  });

  it("are refused where there would be nothing to choose", () => {
    for (const few of [[], ["Sad"]])
      assert.throws(
        () => sharedLabels(labels, few),
        /at least two .* these can have (none|Sad) of Happy, Neutral/,
      );
  });
});
