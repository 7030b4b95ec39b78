import assert from "node:assert/strict";
import { arm, arms } from "../../../../kernel/aen/ablation/arm.js";
import { PretrainedStarts, startWeights } from "../../../../kernel/aen/ablation/pretrainedStarts.js";
import { planStudy, type StudyPlan } from "../../../../kernel/aen/ablation/studyPlan.js";
import { ClipSet } from "../../../../kernel/aen/clips/clipSet.js";
import { Model, model as makeModel } from "../../../../kernel/aen/model/model.js";
import { isBottomUp } from "../../../../kernel/aen/model/parameterList.js";
import { patternClips, smallestModel } from "../training/patternClips.js";

const data = patternClips(2).split({ by: "identity", test: 0.5, seed: 1 });
const training = { device: "cpu", epochs: 1, batch: 7, pretraining: { epochs: 1 } } as const;
const design = [...arms.withoutEach("energy"), arm("wider", { model: { stageWidths: [4, 4, 4, 12] } })];

function planned(options: Partial<Parameters<typeof planStudy>[1]> = {}): StudyPlan {
  return planStudy({ model: smallestModel, training }, { arms: design, data, seeds: 2, ...options });
}
const taskOf = (plan: StudyPlan, seed: number, index: number) =>
  plan.tasks.find((task) => task.seed === seed && task.arm === index)!;

describe("the pretrained bottom-up branches of a study", function () {
  this.timeout(120_000);
  const plan = planned();
  const told: string[] = [];
  const starts = new PretrainedStarts(plan, (what) => void told.push(what));

  it("are made once for all arms whose bottom-up branch is alike, and told while they are", async () => {
    const [base, energy] = [starts.of(taskOf(plan, 1, 0)), starts.of(taskOf(plan, 1, 1))];
    assert.equal(base, energy, "it does not depend on the terms");
    const { weights, features } = await base;
    assert.ok([...weights.keys()].some((name) => name.startsWith("frozen.")));
    assert.ok(features!.has(data.train) && features!.has(data.test));
    assert.deepEqual(told, ["pretraining of the bottom-up branch, seed 1", "features, seed 1"]);
  });

  it("are others for another seed and for an arm whose bottom-up branch has another form", async () => {
    const [first, second, wider] = await Promise.all(
      [
        [1, 0],
        [2, 0],
        [1, 2],
      ].map(([seed, index]) => starts.of(taskOf(plan, seed, index))),
    );
    const some = [...first.weights.keys()].find(isBottomUp)!;
    assert.notDeepEqual(first.weights.get(some)!.data, second.weights.get(some)!.data);
    assert.notEqual(wider, first);
    const numbers = [first, wider].map(({ weights }) =>
      [...weights.values()].reduce((sum, one) => sum + one.data.length, 0),
    );
    assert.ok(numbers[1] > numbers[0], numbers.join());
  });

  it("start a run of an arm from the branch, and everything else from the run's seed", async () => {
    const start = await starts.of(taskOf(plan, 1, 0));
    const [one, two] = [1, 2].map((seed) => startWeights(plan.arms[0], seed, start));
    const fresh = new Model(plan.arms[0].configuration, plan.labels, 1);
    for (const [name, value] of one) {
      const shared = isBottomUp(name) || name.startsWith("frozen.");
      assert.deepEqual(
        value.data,
        shared ? start.weights.get(name)!.data : fresh.weights().get(name)!.data,
        name,
      );
    }
    const own = [...one.keys()].filter((name) => !isBottomUp(name) && !name.startsWith("frozen."));
    assert.ok(own.some((name) => one.get(name)!.data.some((value, i) => value !== two.get(name)!.data[i])));
    fresh.dispose();
  });

  it("have no features where every run trains the whole network", async () => {
    const whole = planned({ bottomUp: "learns", arms: [], seeds: 1 });
    const start = await new PretrainedStarts(whole).of(whole.tasks[0]);
    assert.equal(start.features, null);
    assert.ok(start.weights.size > 0);
  });

  it("are one for all seeds where one is given, kept for each fold while a run that waits needs them", async () => {
    const given = makeModel(smallestModel);
    given.freezeFrameModel();
    const { tasks, ...shared } = planned({ bottomUp: given, arms: [], data: patternClips(2), folds: 2 });
    const of = new PretrainedStarts({ ...shared, tasks });
    const [first, second] = [0, 1].map((fold) => tasks.filter((task) => task.fold === fold));
    const start = of.of(first[0]);
    assert.equal(of.of(first[1]), start, "the other seed");
    assert.notEqual(of.of(second[0]), start);
    const { weights } = await start;
    for (const [name, { data: values }] of weights)
      assert.deepEqual(values, given.weights().get(name)!.data, name);
    of.keepFor([first[1]]);
    assert.equal(of.of(first[0]), start);
    of.keepFor(second);
    const again = of.of(first[0]);
    assert.notEqual(again, start);
    await again;
    given.dispose();
  });

  it("are tried again after a failure", async () => {
    const broken = {
      ...data.test.clips[0],
      id: "broken",
      read: () => Promise.reject(new Error("the disk is gone")),
    };
    const test = new ClipSet([broken], data.test.labels);
    const given = makeModel(smallestModel);
    given.freezeFrameModel();
    const failing = planned({ bottomUp: given, arms: [], seeds: 1, data: { ...data, test } });
    const of = new PretrainedStarts(failing);
    const first = of.of(failing.tasks[0]);
    await assert.rejects(first, /the disk is gone/);
    const second = of.of(failing.tasks[0]);
    assert.notEqual(second, first);
    await assert.rejects(second, /the disk is gone/);
    given.dispose();
  });
});
