import assert from "node:assert/strict";
import { arm, arms } from "../../../../kernel/aen/ablation/arm.js";
import { ArmTrainer, type ArmEpoch, type RunListener } from "../../../../kernel/aen/ablation/armTrainer.js";
import { PretrainedStarts } from "../../../../kernel/aen/ablation/pretrainedStarts.js";
import {
  planStudy,
  type AblationOptions,
  type StudyPlan,
} from "../../../../kernel/aen/ablation/studyPlan.js";
import { dfewLabels } from "../../../../kernel/aen/labels.js";
import { model as makeModel, type Model } from "../../../../kernel/aen/model/model.js";
import { StoppedError } from "../../../../kernel/aen/training/stepGate.js";
import { scoresOfPredictions } from "../../../../kernel/metrics/scores.js";
import { patternClips, smallestModel } from "../training/patternClips.js";

const data = patternClips(2).split({ by: "identity", test: 0.5, seed: 1 });
const others = dfewLabels.emotions.filter((name) => name !== "Happy");
const design = [
  ...arms.withoutEach("energy"),
  arm("grouped", { groups: { good: ["Happy"], other: others } }),
];

describe("the training of a study's runs", function () {
  this.timeout(120_000);
  let given: Model;
  before(() => {
    given = makeModel(smallestModel);
    given.freezeFrameModel();
  });
  after(() => given.dispose());

  const planned = (options: Pick<AblationOptions, "bottomUp">, epochs: number) =>
    planStudy(
      { model: smallestModel, training: { device: "cpu", epochs, batch: 7 } },
      { arms: design, data, seeds: 1, ...options },
    );

  /** The runs of arms, one after the other, by one trainer. */
  async function outcomes(plan: StudyPlan, indices: readonly number[], listener: RunListener = {}) {
    const starts = new PretrainedStarts(plan);
    const trainer = new ArmTrainer(plan, 1);
    try {
      const done = [];
      for (const index of indices) {
        const task = plan.tasks.find((one) => one.arm === index)!;
        done.push(await trainer.run(task, await starts.of(task), listener));
      }
      return done;
    } finally {
      await trainer.dispose();
    }
  }

  it("gives the same numbers whatever was trained before, and others for another arm", async () => {
    const [base, energy, again] = await outcomes(planned({ bottomUp: given }, 2), [0, 1, 0]);
    assert.deepEqual(again, base);
    assert.notDeepEqual(energy.predictions, base.predictions);
    assert.deepEqual(
      base.predictions.map(({ clip }) => clip),
      data.test.clips.map(({ id }) => id),
    );
    assert.equal(base.device, "cpu");
  });

  it("judges at four points of the learning curve, the last of which is the run's own figure", async () => {
    const epochs: ArmEpoch[] = [];
    const plan = planned({ bottomUp: given }, 6);
    const [{ curve, predictions }] = await outcomes(plan, [0], {
      afterEpoch: (epoch) => void epochs.push(epoch),
    });
    assert.deepEqual(
      curve.uar.map((uar) => uar !== null),
      [false, true, false, true, false, true],
    );
    assert.equal(curve.uar.at(-1), scoresOfPredictions(predictions, plan.labels, plan.beta).uar);
    assert.deepEqual(
      epochs.map(({ epoch, loss, uar }) => [epoch, loss, uar]),
      curve.loss.map((loss, i) => [i + 1, loss, curve.uar[i]]),
    );
  });

  it("gives an arm with other groups as many scores as it has groups", async () => {
    const [base, grouped] = await outcomes(planned({ bottomUp: given }, 1), [0, 2]);
    assert.equal(base.predictions[0].sentimentLogProbabilities.length, 3);
    assert.equal(grouped.predictions[0].sentimentLogProbabilities.length, 2);
  });

  it("tests a run without epochs as it starts", async () => {
    const [{ curve, predictions }] = await outcomes(planned({ bottomUp: given }, 0), [0]);
    assert.deepEqual(curve, { loss: [], uar: [] });
    assert.equal(predictions.length, data.test.length);
  });

  it("trains the whole network where its bottom-up branch learns", async () => {
    const plan = planned({ bottomUp: { from: given, learns: true } }, 1);
    const [{ curve, predictions }] = await outcomes(plan, [0]);
    assert.equal(curve.loss.length, 1);
    assert.deepEqual(
      predictions.map(({ clip }) => clip),
      data.test.clips.map(({ id }) => id),
    );
    assert.deepEqual(curve.uar, [scoresOfPredictions(predictions, plan.labels, plan.beta).uar]);
  });

  for (const learns of [false, true]) {
    it(`stops before a step, ${learns ? "also where the whole network learns" : "where the branch is frozen"}`, async () => {
      let steps = 0;
      const beforeStep = async () => {
        if (++steps === 2) throw new StoppedError();
      };
      const plan = planned({ bottomUp: { from: given, learns } }, 3);
      await assert.rejects(outcomes(plan, [0], { beforeStep }), StoppedError);
      assert.equal(steps, 2);
    });
  }
});
