import assert from "node:assert/strict";
import { arrayTasks, usualTaskSize } from "../../../../../kernel/aen/ablation/slurm/arrayTasks.js";

const tasks = [1, 2].flatMap((seed) =>
  [0, 1].flatMap((fold) => [0, 1, 2].map((arm) => ({ arm, seed, fold, run: `${arm} ${seed} ${fold}` }))),
);

describe("the tasks of a job array", () => {
  it("are one for each run where runs share nothing, and one for each seed and fold where they share features", () => {
    assert.equal(usualTaskSize({ bottomUp: "learns" }), "run");
    assert.equal(usualTaskSize({ bottomUp: "frozen" }), "seed");
    assert.deepEqual(
      arrayTasks({ tasks }, "run"),
      tasks.map((task) => [task]),
    );
    const bySeed = arrayTasks({ tasks }, "seed");
    assert.deepEqual(
      bySeed.map((runs) => runs.length),
      [3, 3, 3, 3],
    );
    assert.deepEqual(bySeed.flat(), tasks);
    assert.ok(bySeed.every((runs) => new Set(runs.map(({ seed, fold }) => `${seed} ${fold}`)).size === 1));
  });
});
