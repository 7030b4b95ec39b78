import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { dfewLabels } from "../../../../../kernel/aen/labels.js";
import {
  confusionClasses,
  countConfusion,
  predictions,
  summarize,
} from "../../../../../kernel/aen/views/compute/confusion.js";
import { clipPayload, labelsPayload } from "../../../../../kernel/aen/views/payload/fromPrediction.js";
import { examplePredictions } from "../examples.js";

const script = `
import json, sys
from sklearn.metrics import confusion_matrix, recall_score, accuracy_score
from statsmodels.stats.proportion import proportion_confint
truth, guess, order = json.load(sys.stdin)
hits = sum(t == g for t, g in zip(truth, guess))
print(json.dumps({
  "counts": confusion_matrix(truth, guess, labels=order).tolist(),
  "uar": recall_score(truth, guess, average="macro"),
  "war": accuracy_score(truth, guess),
  "interval": proportion_confint(hits, len(truth), method="wilson"),
}))`;

describe("confusion of the views", () => {
  it("agrees with scikit-learn and statsmodels", function () {
    this.timeout(120_000);
    const clips = examplePredictions(400).map((one) => clipPayload(one));
    const predicted = predictions(clips, 0.3);
    const labels = labelsPayload(dfewLabels);
    const classes = confusionClasses(labels, new Set());
    const order = classes.map(({ emotions }) => emotions[0]);
    const input = JSON.stringify([clips.map(({ label }) => label), [...predicted], order]);
    const { status, stdout } = spawnSync("/usr/bin/python3", ["-c", script], { input, encoding: "utf8" });
    if (status !== 0) {
      console.log("      skipped: python3-sklearn and python3-statsmodels are not installed");
      this.skip();
    }
    const wanted = JSON.parse(stdout) as { counts: number[][]; uar: number; war: number; interval: number[] };
    const { uar, war } = summarize(clips, predicted, labels);
    assert.deepEqual(countConfusion(clips, predicted, classes).counts, wanted.counts);
    assert.ok(Math.abs(uar.value - wanted.uar) < 1e-12);
    assert.ok(Math.abs(war.value - wanted.war) < 1e-12);
    assert.ok(
      Math.abs(war.low - wanted.interval[0]) < 1e-9 && Math.abs(war.high - wanted.interval[1]) < 1e-9,
    );
  });

  it("counts errors within a group and leaves clips without label out", () => {
    const [first, ...rest] = examplePredictions(50).map((one) => clipPayload(one));
    const clips = [{ ...first, label: null }, ...rest];
    const labels = labelsPayload(dfewLabels);
    const summary = summarize(clips, predictions(clips, 0.3), labels);
    assert.equal(summary.clips, 49);
    assert.equal(summary.unlabelled, 1);
    const within = summary.sentimentWar.value * 49 - summary.war.value * 49;
    assert.equal(Math.round(within), summary.errorsWithinGroup);
  });
});
