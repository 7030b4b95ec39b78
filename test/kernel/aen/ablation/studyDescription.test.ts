import assert from "node:assert/strict";
import { arms } from "../../../../kernel/aen/ablation/arm.js";
import { describeRun, planDescription } from "../../../../kernel/aen/ablation/studyDescription.js";
import { planStudy } from "../../../../kernel/aen/ablation/studyPlan.js";
import { patternClips, smallestModel } from "../training/patternClips.js";

describe("the description of a study", () => {
  const data = patternClips(2).split({ by: "identity", test: 0.5, seed: 1 });
  const plan = planStudy(
    { model: smallestModel, training: { epochs: 3 } },
    { arms: arms.withoutEach("energy"), data, seeds: [5] },
  );

  it("names its arms with their terms, and its runs", () => {
    const { arms: told, runs } = planDescription(plan) as {
      arms: { name: string; terms: { name: string }[] }[];
      runs: unknown;
    };
    assert.deepEqual(
      told.map(({ name }) => name),
      plan.arms.map(({ name }) => name),
    );
    assert.ok(told[1].terms.every(({ name }) => !name.startsWith("energy")));
    assert.deepEqual(runs, plan.tasks);
  });

  it("says of a run what it is trained on, with its own seed", () => {
    const { id, study, seed, data: hashes, ...rest } = describeRun(plan, plan.tasks[0]);
    const training = rest.training as Record<string, unknown>;
    assert.deepEqual([id, study, seed], [plan.tasks[0].run, plan.id, 5]);
    assert.deepEqual([training.seed, training.epochs], [5, 3]);
    assert.deepEqual(hashes, { train: data.train.contentHash, test: data.test.contentHash });
    assert.ok(!("validate" in training) && !("pretraining" in training));
  });
});
