import assert from "node:assert/strict";
import { dfewLabels } from "../../../kernel/aen/labels.js";
import { clipPayload, labelsPayload } from "../../../kernel/figures/bundles/clipPayload.js";
import { confusionClasses, confusionOf } from "../../../kernel/metrics/confusion.js";
import { nameClips } from "../../../kernel/metrics/namedClips.js";
import { summarize } from "../../../kernel/metrics/summary.js";
import { fromPython, needsPython } from "../aen/ablation/statistics/peer.js";
import { examplePredictions } from "../figures/examples.js";

const program = `
import json, sys
from sklearn.metrics import confusion_matrix, recall_score, accuracy_score, f1_score
truth, guess, order = json.load(sys.stdin)
print(json.dumps({
  "counts": confusion_matrix(truth, guess, labels=order).tolist(),
  "uar": recall_score(truth, guess, average="macro"),
  "war": accuracy_score(truth, guess),
  "macroF1": f1_score(truth, guess, average="macro"),
}))`;

type Expected = { counts: number[][]; uar: number; war: number; macroF1: number };

describe("the summary of a confusion matrix", () => {
  const labels = labelsPayload(dfewLabels);

  it("agrees with scikit-learn", function () {
    this.timeout(120_000);
    needsPython(this, "sklearn");
    const clips = examplePredictions(400).map((one) => clipPayload(one));
    const counted = nameClips(clips, labels, 0.3);
    const classes = confusionClasses(labels);
    const order = classes.map(({ emotions }) => emotions[0]);
    const truths = clips.map(({ label }) => label);
    const wanted = fromPython<Expected>(program, [truths, [...counted.named], order]);
    const { uar, war, macroF1 } = summarize(counted, labels);
    assert.deepEqual(confusionOf(counted.matrix, classes).counts, wanted.counts);
    assert.ok(Math.abs(uar.value - wanted.uar) < 1e-12);
    assert.ok(Math.abs(war.value - wanted.war) < 1e-12);
    assert.ok(Math.abs(macroF1.value - wanted.macroF1) < 1e-12);
  });

  it("counts errors within a group and leaves clips without label out", () => {
    const [first, ...rest] = examplePredictions(50).map((one) => clipPayload(one));
    const clips = [{ ...first, label: null }, ...rest];
    const summary = summarize(nameClips(clips, labels, 0.3), labels);
    assert.equal(summary.clips, 49);
    assert.equal(summary.unlabelled, 1);
    const within = summary.groupWar.value * 49 - summary.war.value * 49;
    assert.equal(Math.round(within), summary.errorsWithinGroup);
  });

  it("leaves clips out whose scores are not finite, and counts them", () => {
    const [first, second, ...rest] = examplePredictions(50).map((one) => clipPayload(one));
    const broken = { ...first, clip: first.clip.map(() => null) };
    const unlabelled = { ...second, label: null, clip: second.clip.map(() => null) };
    const summary = summarize(nameClips([broken, unlabelled, ...rest], labels, 0.3), labels);
    assert.deepEqual([summary.clips, summary.unlabelled, summary.unpredicted], [48, 1, 1]);
    const byEmotionHead = summarize(nameClips([broken, unlabelled, ...rest], labels, 0), labels);
    assert.deepEqual(
      [byEmotionHead.clips, byEmotionHead.unpredicted],
      [49, 0],
      "at beta 0 PG does not count",
    );
  });

  it("has no figure where there is no clip", () => {
    const { uar, sentimentWar, errors } = summarize(nameClips([], labels, 0.3), labels);
    assert.deepEqual([uar.value, uar.low, sentimentWar.high, errors], [NaN, NaN, NaN, 0]);
  });
});
