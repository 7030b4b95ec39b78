import assert from "node:assert/strict";
import { varianceParts } from "../../../../../kernel/aen/ablation/statistics/crossedVariance.js";
import { meanRate } from "../../../../../kernel/aen/ablation/statistics/scoredRun.js";

const clips = 8;
const run = (right: readonly number[]) =>
  meanRate(
    right.map(Boolean),
    right.map(() => 0),
  );
const own = Array.from({ length: clips }, (_, clip) => clip);

describe("the parts of the variance of a mean over seeds", () => {
  it("are those of a proportion for equal runs: all of it is of the clips", () => {
    const equal = run([1, 1, 1, 0, 1, 0, 1, 0]);
    const parts = varianceParts([equal, equal], own);
    assert.ok(Math.abs(parts.people - (0.625 * 0.375) / 7) < 1e-12);
    assert.deepEqual([parts.seeds, parts.interaction < 1e-15], [0, true]);
  });

  it("count a person's clips together", () => {
    const equal = run([1, 1, 1, 1, 0, 0, 0, 0]);
    const byPerson = varianceParts([equal, equal], [0, 0, 0, 0, 1, 1, 1, 1]);
    assert.equal(byPerson.clusters, 2);
    assert.ok(byPerson.people > 3 * varianceParts([equal, equal], own).people);
  });

  it("are never 0 together: of clips that all turn out alike, some others may not", () => {
    for (const right of [0, 1]) {
      const equal = run(new Array<number>(clips).fill(right));
      assert.ok(Math.abs(varianceParts([equal, equal], own).people - 2 / clips ** 2) < 1e-12);
    }
  });

  it("know nothing of seeds from a single one", () => {
    assert.ok(Number.isNaN(varianceParts([run([1, 0, 1, 0, 1, 1, 1, 1])], own).seeds));
  });
});
