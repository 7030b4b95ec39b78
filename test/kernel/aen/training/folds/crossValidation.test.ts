import assert from "node:assert/strict";
import type { ClipSet } from "../../../../../kernel/aen/clips/clipSet.js";
import { Evaluation } from "../../../../../kernel/aen/results/evaluation.js";
import { CrossValidation } from "../../../../../kernel/aen/training/folds/crossValidation.js";
import { displayMethod } from "../../../../../kernel/contracts/mimeBundle.js";
import { patternClips } from "../patternClips.js";

describe("a cross-validation", () => {
  // two clips of each emotion in the first fold, one in the second
  const clips = patternClips(3);
  const parts = [clips.filter((_, index) => index < 14), clips.filter((_, index) => index >= 14)];

  /** An evaluation in which the first clips are named rightly and the others Happy, the first emotion. */
  function evaluated(set: ClipSet, right: number): Evaluation {
    const predictions = set.clips.map(({ id, label }, index) => {
      const named = index < right ? label! : 0;
      const scores = Array.from({ length: 7 }, (_, emotion) => (emotion === named ? -0.01 : -6));
      return {
        ...{ clip: id, label, frameNumbers: [0], clipLogProbabilities: scores },
        ...{ emotionLogProbabilities: scores, sentimentLogProbabilities: [-1, -1, -1] },
      };
    });
    return new Evaluation(set, predictions, 0.5);
  }
  const result = (right: number[], state: "finished" | "stopped" = "finished") => {
    const folds = right.map((count, i) => ({
      ...{ fold: i + 1, clips: { train: parts[1 - i], test: parts[i] }, id: `run ${i}`, run: null },
      evaluation: evaluated(parts[i], count),
    }));
    return new CrossValidation("id", state, 2, folds);
  };
  const near = (actual: number, expected: number) =>
    assert.ok(Math.abs(actual - expected) < 1e-12, `${actual}`);

  it("has the mean and the deviation (n - 1) of the folds' scores, and the scores of all clips, each counted once", () => {
    // the first fold: all right; the second: 3 of 7 named rightly, its Happy among them
    const both = result([14, 3]);
    near(both.mean.war, (1 + 3 / 7) / 2);
    near(both.mean.uar, (1 + 3 / 7) / 2);
    near(both.standardDeviation.war, (1 - 3 / 7) / Math.SQRT2);
    near(both.pooled.war, 17 / 21);
    assert.equal(both.pooled.beta, 0.5);
    assert.deepEqual(both.pooled.clips.clips, clips.clips);
  });

  it("tells clips of two data sets apart that have one id", () => {
    const other = patternClips(1);
    const folds = [parts[1], other].map((test, i) => ({
      ...{ fold: i + 1, clips: { train: parts[0], test }, id: `run ${i}`, run: null },
      evaluation: evaluated(test, 7),
    }));
    folds[0].clips.test = other;
    folds[0].evaluation = evaluated(other, 3);
    const { pooled } = new CrossValidation("id", "finished", 2, folds);
    assert.deepEqual(
      pooled.predictions.map(({ clip }) => clip),
      pooled.clips.clips.map(({ id }) => id),
    );
    assert.deepEqual([pooled.clips.clips[0].id, pooled.clips.clips[7].id], ["pattern-0", "pattern-0 (2)"]);
    near(pooled.war, 10 / 14);
  });

  it("has no deviation for one fold, and no scores without a fold", async () => {
    const [one, none] = [result([14], "stopped"), result([], "stopped")];
    assert.equal(one.mean.war, 1);
    assert.ok(Number.isNaN(one.standardDeviation.war) && Number.isNaN(none.mean.uar));
    assert.throws(() => none.pooled, /No fold has finished yet/);
    assert.deepEqual(await none[displayMethod](), { "text/plain": String(none) });
  });

  it("shows the table as text, and the confusion of all folds together", async () => {
    const both = result([14, 3]);
    const shown = await both[displayMethod]();
    assert.equal(shown["text/plain"], String(both));
    assert.match(String(both), /^2 folds, nobody is in both the training and the test clips of a fold\n/);
    assert.ok(Object.keys(shown).some((type) => /confusion-matrix/.test(type)));
  });
});
