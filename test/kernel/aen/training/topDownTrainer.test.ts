import assert from "node:assert/strict";
import * as aen from "../../../../kernel/aen/index.js";
import { ClipFeatures } from "../../../../kernel/aen/training/clipFeatures.js";
import { StoppedError } from "../../../../kernel/aen/training/stepGate.js";
import { TopDownTrainer, type TopDownEpoch } from "../../../../kernel/aen/training/topDownTrainer.js";

describe("a training of the top-down branch from kept features", function () {
  this.timeout(180_000);
  let run: aen.Run;
  let features: ClipFeatures;
  let trainer: TopDownTrainer;

  before(async () => {
    const clips = await aen.clips.synthetic({ perEmotion: 2, frames: 8, size: 32, seed: 3 });
    const frozen = { epochs: 3, batch: 4, bottomUp: "frozen", pretraining: { epochs: 1 } } as const;
    run = await aen.train(aen.model("tiny"), clips, { ...frozen, device: "cpu", record: false });
    const model = run.pretrainedModel();
    features = await ClipFeatures.compute(model, clips, { device: "cpu" });
    trainer = new TopDownTrainer(model, run.plan.loss, run.plan.optimizer, { device: "cpu" });
  });
  after(async () => {
    await trainer.dispose();
    await run.dispose();
  });

  /** Puts the network back to where the run's training on clips began. */
  function begin(): void {
    const start = run.pretrainedModel();
    trainer.model.setWeights(start.weights());
    start.dispose();
    trainer.reset();
  }

  /** Epochs and predictions of a training from the start. */
  async function trained(weights: Record<string, number> = {}, changes: { learningRate?: number } = {}) {
    begin();
    const epochs: TopDownEpoch[] = [];
    const plan = { ...run.plan, ...changes };
    await trainer.train(features, run.clips, plan, weights, {
      afterEpoch: (epoch) => void epochs.push(epoch),
    });
    return { epochs, predictions: await trainer.predict(features, run.clips, run.plan) };
  }

  it("the losses are those of a run whose bottom-up branch is frozen", async () => {
    const { epochs } = await trained();
    const own = run.epochs.filter(({ phase }) => phase === "training");
    assert.deepEqual(
      epochs.map(({ epoch, epochs: of, loss, terms }) => ({ epoch, epochs: of, loss, terms })),
      own.map(({ epoch, epochs: of, loss, terms }) => ({ epoch, epochs: of, loss, terms })),
    );
  });

  it("the same weights of the terms give the same numbers, whatever was trained between", async () => {
    const first = await trained({ "energy of emotion": 3 });
    const other = await trained({ "energy of emotion": 0 });
    assert.deepEqual(await trained({ "energy of emotion": 3 }), first);
    assert.notDeepEqual(other.predictions, first.predictions);
  });

  it("a loss that is no number ends the training with the step and the learning rate", async () => {
    await assert.rejects(trained({}, { learningRate: 1e30 }), {
      name: "DivergedError",
      message: /is not finite in epoch \d, step \d, at a learning rate of/,
    });
  });

  it("a stop before a step ends the training there", async () => {
    begin();
    let steps = 0;
    let epochs = 0;
    const training = trainer.train(
      features,
      run.clips,
      run.plan,
      {},
      {
        beforeStep: async () => {
          if (++steps === 5) throw new StoppedError();
        },
        afterEpoch: () => void epochs++,
      },
    );
    await assert.rejects(training, StoppedError);
    assert.deepEqual([steps, epochs], [5, 1]);
  });
});
