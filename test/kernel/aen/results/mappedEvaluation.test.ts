import assert from "node:assert/strict";
import { ClipSet } from "../../../../kernel/aen/clips/clipSet.js";
import { mapLabels } from "../../../../kernel/aen/clips/mapLabels.js";
import { LabelSet } from "../../../../kernel/aen/labels.js";
import { mappedEvaluation } from "../../../../kernel/aen/results/mappedEvaluation.js";
import type { ClipPrediction } from "../../../../kernel/contracts/clipPrediction.js";
import { displayMethod } from "../../../../kernel/contracts/mimeBundle.js";
import type { ConfusionMatrixPayload } from "../../../../kernel/contracts/payloads/confusionMatrix.js";
import { viewMimeTypes } from "../../../../kernel/contracts/viewMimeTypes.js";
import { greyClip } from "./evaluatedClips.js";

const own = new LabelSet(["Happy", "Neutral", "Sad", "Fear"], {
  Positive: ["Happy"],
  Neutral: ["Neutral"],
  Negative: ["Sad", "Fear"],
});
/** Another order, other names, no Neutral, and other groups, which do not count. */
const theirs = new LabelSet(["Anxiety", "Sad", "Happy", "Contempt"], {
  strong: ["Anxiety", "Happy"],
  weak: ["Sad", "Contempt"],
});

/** Clips by their label, and the network's scores of Happy, Neutral, Sad, Fear in percent. */
const rows: readonly (readonly [string, ...number[]])[] = [
  ["Happy", 60, 20, 10, 10],
  ["Happy", 30, 50, 10, 10],
  ["Sad", 10, 40, 30, 20],
  ["Sad", 10, 10, 30, 50],
  ["Anxiety", 10, 10, 10, 70],
  ["Anxiety", 30, 40, 10, 20],
  ["Anxiety", 10, 50, 10, 30],
  ["Anxiety", 10, 10, 60, 20],
  ["Contempt", 10, 10, 60, 20],
];
const all = rows.map(([name, ...shares], i): ClipPrediction => {
  const heads = shares.map((share) => Math.log(share / 100));
  return {
    ...{ clip: `clip ${i}`, label: theirs.emotionIndex(name), frameNumbers: [0] },
    ...{ clipLogProbabilities: heads, emotionLogProbabilities: heads },
    sentimentLogProbabilities: [shares[0], shares[1], shares[2] + shares[3]].map((one) =>
      Math.log(one / 100),
    ),
  };
});
const set = new ClipSet(
  all.map((one) => greyClip(one)),
  theirs,
);
const mapped = mapLabels(set, own, { Anxiety: "Fear", Contempt: null });
const predictions = all.slice(0, 8).map((one, i): ClipPrediction => {
  const { label, originalLabel } = mapped.clips.clips[i];
  return { ...one, label, ...(originalLabel && { originalLabel }) };
});

describe("an evaluation on another data set's labels", () => {
  it("counts an answer that no clip can have as wrong; UAR is over the emotions with clips", () => {
    const result = mappedEvaluation(mapped, predictions);
    // by hand: Happy is answered Happy, Neutral; Sad Neutral, Fear; Fear (Anxiety) Fear, Neutral, Neutral, Sad
    assert.deepEqual(result.confusion, [
      [1, 1, 0, 0],
      [0, 0, 0, 0],
      [0, 1, 0, 1],
      [0, 2, 1, 1],
    ]);
    assert.equal(result.uar, (1 / 2 + 0 + 1 / 4) / 3);
    assert.equal(result.war, 2 / 8);
    // groups of the network: Positive 1 of 2, Negative (Sad and Fear) answered Neg: Fear, Fear, Sad, so 3 of 6
    assert.equal(result.groupUar, (1 / 2 + 3 / 6) / 2);
    assert.equal(result.perEmotion.Neutral.recall, null);
  });

  it("chooses among the shared emotions only where it is asked to", () => {
    const result = mappedEvaluation(mapped, predictions, { answers: "shared" });
    // by hand, without Neutral: Happy Happy, Happy; Sad Sad, Fear; Fear Fear, Happy, Fear, Sad
    assert.deepEqual(result.labels.emotions, ["Happy", "Sad", "Fear"]);
    assert.deepEqual(result.confusion, [
      [2, 0, 0],
      [0, 1, 1],
      [1, 1, 2],
    ]);
    assert.ok(Math.abs(result.uar - (1 + 1 / 2 + 2 / 4) / 3) < 1e-15);
    assert.equal(result.war, 5 / 8);
    assert.deepEqual(Object.keys(result.perGroup), ["Positive", "Negative"]);
    // Positive 2 of 2; Negative 5 of 6: only the sixth clip is called Happy
    assert.ok(Math.abs(result.groupUar - (1 + 5 / 6) / 2) < 1e-15);
    assert.equal(result.calibration().clips, 8);
    assert.equal(result.intervals.uar.low < result.uar && result.uar < result.intervals.uar.high, true);
  });

  it("says below its figures what was left out, which emotions have no clips, and the rule, at any beta", () => {
    const result = mappedEvaluation(mapped, predictions, { beta: 0.5 });
    const notes = [
      "Labels of the data set read by name: Anxiety as Fear.",
      "Left out by label: 1 clip: Contempt (1).",
      "Emotions without clips, not part of UAR: Neutral.",
      "Answers: all 4 emotions; Neutral, which no clip can have, counts as wrong.",
    ];
    for (const one of [result, result.atBeta(1)]) assert.ok(String(one).endsWith(notes.join("\n")));
    assert.deepEqual([result.beta, result.atBeta(1).mapping], [0.5, result.mapping]);
    assert.match(String(mappedEvaluation(mapped, predictions, { answers: "shared" })), /never Neutral\.$/);
  });

  it("shows the same notes in its view, and the first label of each clip", async () => {
    const result = mappedEvaluation(mapped, predictions);
    const bundle = await result[displayMethod]();
    const payload = bundle[viewMimeTypes["confusion-matrix"]] as ConfusionMatrixPayload;
    assert.ok(String(result).endsWith(payload.notes!.join("\n")));
    assert.deepEqual(
      [payload.clips[0].originalLabel, payload.clips[4].originalLabel],
      [undefined, "Anxiety"],
    );
    assert.ok(String(bundle["image/svg+xml"]).includes("Left out by label"));
    assert.match(
      String(result.confused("Fear", "Sad")[0]),
      /^clip 7: labelled Fear \(Anxiety in its data set\), pred/,
    );
  });
});
