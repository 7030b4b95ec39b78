import assert from "node:assert/strict";
import { figureNames } from "../../../../kernel/aen/ablation/ablationSummary.js";
import { summarise } from "../../../../kernel/aen/ablation/summarise.js";
import type { ArmState, RunState, StudyState } from "../../../../kernel/aen/ablation/studyState.js";
import { dfewLabels } from "../../../../kernel/aen/labels.js";
import { predictionOf } from "./simulatedStudy.js";

/** Two clips of Happy (0), two of Sad (1); Angry (3) is of Sad's group. */
const clips = [0, 0, 1, 1].map((label, i) => ({ id: `clip ${i}`, label }));

/** A run that named the clips so, or one that has not finished. */
function run(seed: number, named: readonly number[] | null, change: Partial<RunState> = {}): RunState {
  return {
    ...{ seed, fold: 0, run: `run ${seed}`, progress: named ? 1 : 0.5, message: null, uar: null },
    ...{ state: named ? "finished" : "running", circumstances: null },
    predictions: named && clips.map(({ id, label }, i) => predictionOf(id, label, named[i])),
    curve: named ? { loss: [2, 1], uar: [null, 0.5] } : { loss: [], uar: [] },
    ...change,
  };
}
const armOf = (name: string, weights: Record<string, number>, ...runs: RunState[]): ArmState => ({
  ...{ name, settings: [], runs },
  weights: new Map(Object.entries(weights)),
});
const study: StudyState = {
  ...{ name: "hand-made", state: "running", labels: dfewLabels, clips, seeds: [1, 2], folds: 1, beta: 0.3 },
  arms: [
    armOf("base", { emotion: 1, energy: 0.5 }, run(1, [0, 0, 1, 3]), run(2, [0, 0, 1, 1])),
    armOf("own term", { emotion: 1, mine: 2 }, run(1, [0, 3, 1, 1]), run(2, null)),
    armOf("failed", { emotion: 1 }, run(1, null, { state: "failed", message: "no memory" }), run(2, null)),
  ],
  ...{ secondsLeft: 12, warnings: ["first of all"], seedsVary: ["Seeds vary all."] },
};
const summary = summarise(study);
const [base, own, failed] = summary.arms;
const near = (value: number, wanted: number) => assert.ok(Math.abs(value - wanted) < 1e-12, String(value));

describe("the summary of a study", () => {
  it("gives the mean figures of the seeds that an arm has finished", () => {
    near(base.figures!.uar.mean, (0.75 + 1) / 2);
    near(base.figures!.war.mean, (0.75 + 1) / 2);
    near(base.figures!.sentimentUar.mean, 1);
    assert.equal(base.figures!.uar.seeds, 2);
    near(own.figures!.uar.mean, (0.5 + 1) / 2);
    assert.equal(failed.figures, null);
  });

  it("keeps intervals of rates between 0 and 1, and knows nothing from a single seed", () => {
    for (const { low, high } of [base.figures!.uar, base.figures!.war])
      assert.ok(low >= 0 && low < high && high <= 1);
    assert.deepEqual([own.figures!.uar.low, own.figures!.uar.high, own.figures!.uar.seeds], [0, 1, 1]);
  });

  it("has intervals with a positive width where both seeds have the same figures, at 0, 50 and 100 %", () => {
    for (const named of [
      [0, 0, 1, 1],
      [0, 3, 1, 3],
      [1, 1, 0, 0],
    ]) {
      const alike = { ...study, arms: [armOf("base", { emotion: 1 }, run(1, named), run(2, named))] };
      for (const shown of [clips, clips.map((clip, i) => ({ ...clip, person: i % 2 }))]) {
        const { figures } = summarise({ ...alike, clips: shown }).arms[0];
        for (const name of figureNames) {
          const { low, mean, high, seeds } = figures![name];
          assert.ok(low <= mean && mean <= high && high - low > 0.1, `${name}: ${low} to ${high}`);
          assert.equal(seeds, 2);
        }
      }
    }
  });

  it("counts all seeds in one confusion matrix, and only clips that were named", () => {
    assert.deepEqual([base.confusion[0][0], base.confusion[1][1], base.confusion[1][3]], [4, 3, 1]);
    assert.deepEqual([own.confusion[0][0], own.confusion[0][3], own.confusion[1][1]], [1, 1, 2]);
    assert.equal(
      own.confusion.flat().reduce((sum, count) => sum + count),
      4,
    );
    assert.deepEqual(own.named, [
      [0, -1],
      [3, -1],
      [1, -1],
      [1, -1],
    ]);
  });

  it("lists the terms of all arms, the base's first, with 0 where an arm is without", () => {
    assert.deepEqual(summary.terms, ["emotion", "energy", "mine"]);
    assert.deepEqual(
      summary.arms.map(({ weights }) => weights),
      [
        [1, 0.5, 0],
        [1, 0, 2],
        [1, 0, 0],
      ],
    );
  });

  it("compares every arm with the base over the seeds that both have finished", () => {
    assert.equal(base.toBase, null);
    assert.deepEqual([own.toBase!.figures.uar.pairs, failed.toBase!.figures.uar.pairs], [1, 0]);
    near(own.toBase!.figures.uar.mean, 0);
    assert.deepEqual(
      summary.arms.map(({ isBase }) => isBase),
      [true, false, false],
    );
  });

  it("counts its runs, keeps curves that have begun, and warns of what it was told and what it sees", () => {
    assert.deepEqual(summary.progress, { finished: 3, failed: 1, running: 2, total: 6, secondsLeft: 12 });
    assert.deepEqual(own.curves, [{ seed: 1, fold: 0, loss: [2, 1], uar: [null, 0.5] }]);
    assert.equal(summary.warnings[0], "first of all");
    assert.deepEqual(summary.seedsVary, ["Seeds vary all."]);
    assert.match(summary.warnings.join(" "), /There are 2 seeds.*"failed", seed 1, failed: no memory/);
  });

  it("is plain data that does not change with the study", () => {
    assert.deepEqual(JSON.parse(JSON.stringify(base)), base);
    assert.ok(summary.arms.every(({ runs }) => runs.every((one) => !("predictions" in one))));
  });
});
