import assert from "node:assert/strict";
import { arms } from "../../../../kernel/aen/ablation/arm.js";
import { planStudy } from "../../../../kernel/aen/ablation/studyPlan.js";
import { studyState } from "../../../../kernel/aen/ablation/studySnapshot.js";
import type { RunState } from "../../../../kernel/aen/ablation/studyState.js";
import { patternClips, smallestModel } from "../training/patternClips.js";

describe("a study as it stands", () => {
  const data = patternClips(2).split({ by: "identity", test: 0.5, seed: 1 });
  const plan = planStudy(
    { model: smallestModel, training: {} },
    { arms: arms.withoutEach("energy"), data, seeds: 2 },
  );
  const runOf = ({ seed, fold }: { seed: number; fold: number }) => ({ seed, fold }) as RunState;
  const now = { state: "running", secondsLeft: 3, warnings: ["mind"] } as const;

  it("has the runs of each arm, and what is known now", () => {
    const { arms: states, state, secondsLeft, warnings, folds } = studyState(plan, runOf, now);
    assert.deepEqual([state, secondsLeft, warnings, folds], ["running", 3, ["mind"], 1]);
    assert.deepEqual(
      states.map(({ name, runs }) => [name, runs.map(({ seed }) => seed)]),
      plan.arms.map(({ name }) => [name, [...plan.seeds]]),
    );
    assert.equal(states[1].weights.has("energy of sentiment"), false);
  });

  it("has the judged clips, their people as numbers, but of those that name none", () => {
    const { clips } = studyState(plan, runOf, now);
    assert.deepEqual(
      clips.map(({ id, person }) => [id, person]),
      data.test.clips.map(({ id }) => [id, 0]),
    );
    const test = data.test.filter((_, at) => at > 0);
    Object.assign(test.clips[0], { identity: null });
    const nameless = studyState({ ...plan, folds: [{ ...data, test }] }, runOf, now).clips;
    assert.deepEqual(
      nameless.map((clip) => "person" in clip),
      nameless.map((_, at) => at > 0),
    );
  });
});
