import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { dfewLabels } from "../../../kernel/aen/labels.js";
import { formatPredictions } from "../../../kernel/contracts/runs/predictions.js";
import { clipScores } from "../../../kernel/metrics/clipScores.js";
import type { SentimentRule } from "../../../kernel/metrics/sentiment.js";
import { type SentimentReading, sentimentReadings } from "../../../kernel/metrics/sentimentReadings.js";
import { fromPython, needsPython } from "../aen/ablation/statistics/peer.js";
import { examplePredictions } from "../figures/examples.js";

/** The rules of the published test script, from predictions.jsonl alone, scored by scikit-learn. */
const program = `
import json, sys, numpy
from sklearn.metrics import balanced_accuracy_score, accuracy_score
given = json.load(sys.stdin)
groups, beta = given["groups"], given["beta"]
clips = [json.loads(line) for line in open(given["file"])]
pg, pl1, pl2 = (numpy.array([clip[name] for clip in clips]) for name in
    ("clipLogProbabilities", "sentimentLogProbabilities", "emotionLogProbabilities"))
group_of = numpy.empty(pg.shape[1], int)
for index, members in enumerate(groups):
    group_of[members] = index
truth = group_of[[clip["label"] for clip in clips]]
sums = numpy.stack([pg[:, members].sum(1) for members in groups], 1)
fused = beta * pg + (1 - beta) * pl2
means = numpy.stack([fused[:, members].mean(1) for members in groups], 1)
answers = {
    "head": pl1.argmax(1),
    "clip head": sums.argmax(1),
    "fused groups": (beta * sums + (1 - beta) * pl1).argmax(1),
    "combined": (means + 5 * pl1).argmax(1),
    "group of the emotion": group_of[fused.argmax(1)],
}
print(json.dumps({rule: {"uar": balanced_accuracy_score(truth, named), "war": accuracy_score(truth, named)}
    for rule, named in answers.items()}))`;

describe("the scores of sentiment under each published rule", () => {
  it("are those that Python computes from predictions.jsonl", function () {
    this.timeout(60_000);
    needsPython(this, "sklearn");
    const folder = mkdtempSync(path.join(os.tmpdir(), "aen-readings-"));
    try {
      const file = path.join(folder, "predictions.jsonl");
      const predictions = examplePredictions(300);
      writeFileSync(file, formatPredictions(predictions));
      const groups = dfewLabels.groups.map(({ emotions }) => emotions);
      for (const beta of [0.3, 0.8]) {
        type Expected = Record<SentimentRule, SentimentReading>;
        const expected = fromPython<Expected>(program, { file, groups, beta });
        const found = sentimentReadings(predictions.map(clipScores), dfewLabels, beta);
        for (const [rule, { uar, war }] of Object.entries(found) as [SentimentRule, SentimentReading][]) {
          assert.ok(Math.abs(uar - expected[rule].uar) < 1e-12, `${rule}: ${uar}, ${expected[rule].uar}`);
          assert.ok(Math.abs(war - expected[rule].war) < 1e-12, `${rule}: ${war}, ${expected[rule].war}`);
        }
        assert.equal(Object.keys(found).length, Object.keys(expected).length);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("are NaN where no clip is labelled", () => {
    const clips = examplePredictions(3).map((one) => clipScores({ ...one, label: null }));
    assert.ok(Number.isNaN(sentimentReadings(clips, dfewLabels, 0.3).head.uar));
  });
});
