import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { dfewLabels } from "../../../kernel/aen/labels.js";
import { classScores, confusionMatrix } from "../../../kernel/metrics/confusionMatrix.js";
import { scoreIntervals, scoresOf } from "../../../kernel/metrics/scores.js";
import { hashName, unitAt } from "../../../kernel/random/deterministicValues.js";
import { skipBecause } from "../../skipBecause.js";

function drawn(name: string, count: number, classes: number): number[] {
  const hash = hashName(name);
  return Array.from({ length: count }, (_, index) => Math.floor(classes * unitAt(hash, index) ** 1.5));
}

describe("scores", () => {
  it("equal those of scikit-learn on random predictions, with a class that has no clips", function () {
    this.timeout(120_000);
    const cases = [0, 1, 2].map((seed) => {
      const truths = drawn(`truth ${seed}`, 200, seed === 2 ? 6 : 7);
      const noise = drawn(`named ${seed}`, 200, 7);
      return { truths, named: truths.map((truth, index) => (index % 3 === 0 ? noise[index] : truth)) };
    });
    const program = `
import json, sys, warnings
warnings.filterwarnings("ignore")
from sklearn.metrics import confusion_matrix, recall_score, f1_score, accuracy_score, balanced_accuracy_score, precision_score
out = []
for case in json.load(sys.stdin):
    t, p = case["truths"], case["named"]
    every = sorted(set(t) | set(p))
    out.append({"matrix": confusion_matrix(t, p, labels=range(7)).tolist(), "uar": balanced_accuracy_score(t, p),
      "war": accuracy_score(t, p), "f1": f1_score(t, p, average="macro", labels=every),
      "recall": recall_score(t, p, average=None, labels=range(6)).tolist()})
print(json.dumps(out))
`;
    let output: string;
    try {
      output = execFileSync("/usr/bin/python3", ["-c", program], {
        input: JSON.stringify(cases),
        encoding: "utf8",
      });
    } catch (error) {
      if (/No module named 'sklearn'|ENOENT/.test(String(error)))
        skipBecause(this, "no scikit-learn: apt-get install python3-sklearn");
      throw error;
    }
    type Expected = { matrix: number[][]; uar: number; war: number; f1: number; recall: number[] };
    (JSON.parse(output) as Expected[]).forEach((expected, index) => {
      const { truths, named } = cases[index];
      const matrix = confusionMatrix(truths, named, 7);
      const scores = scoresOf({ matrix, sentiment: { matrix: [[0]] } }, dfewLabels);
      assert.deepEqual(matrix, expected.matrix);
      assert.ok(Math.abs(scores.uar - expected.uar) < 1e-12);
      assert.ok(Math.abs(scores.war - expected.war) < 1e-12);
      assert.ok(Math.abs(scores.macroF1 - expected.f1) < 1e-12);
      const recalls = classScores(matrix).map(({ recall }) => recall);
      expected.recall.forEach((recall, emotion) => assert.ok(Math.abs(recalls[emotion]! - recall) < 1e-12));
    });
  });

  it("have intervals that hold the true rate about as often as they say", () => {
    let held = 0;
    for (let trial = 0; trial < 60; trial += 1) {
      const hash = hashName(`coverage ${trial}`);
      const truths = Array.from({ length: 140 }, (_, index) => index % 7);
      const named = truths.map((truth, index) => (unitAt(hash, index) < 0.7 ? truth : (truth + 1) % 7));
      const matrix = confusionMatrix(truths, named, 7);
      const { war } = scoreIntervals({ matrix, sentiment: { matrix } }, dfewLabels);
      if (war.low <= 0.7 && 0.7 <= war.high) held += 1;
    }
    assert.ok(held >= 51 && held <= 60, `${held} of 60 intervals hold 0.7`);
  });
});
