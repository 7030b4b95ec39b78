import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-core";
import * as aen from "../../../../kernel/aen/index.js";
import { planStudy } from "../../../../kernel/aen/ablation/studyPlan.js";

describe("the names of a study's runs", () => {
  let data: aen.TrainAndTest;

  before(async () => {
    const clips = await aen.clips.synthetic({ perEmotion: 2, frames: 2, size: 32, seed: 3 });
    data = clips.split({ by: "identity", test: 0.5, seed: 1 });
  });

  const named = (training: aen.TrainOptions, arms: readonly aen.Arm[] = []) =>
    planStudy({ model: "tiny", training }, { arms, seeds: [1], data }).tasks.map(({ run }) => run);
  const withTerm = (factor: number) =>
    aen.arm("own", {
      add: aen.lossTerm("own", ({ frameLogits }) => tf.mul(tf.mean(tf.square(frameLogits)), factor)),
    });

  it("are the same for the same plan, and differ by arm, seed and fold", () => {
    assert.deepEqual(named({ epochs: 2 }, [withTerm(1)]), named({ epochs: 2 }, [withTerm(1)]));
    assert.match(named({ epochs: 2 })[0], /^ablation-[0-9a-f]{12}-seed1-fold1$/);
  });

  it("differ when a loss term closes over another number", () => {
    const [first, second] = [named({ epochs: 2 }, [withTerm(1)]), named({ epochs: 2 }, [withTerm(2)])];
    assert.equal(first[0], second[0], "the base is the same");
    assert.notEqual(first[1], second[1]);
  });

  it("differ when AEN's own terms are made by other choices, though their text is the same", () => {
    const weight = (options: aen.LossOptions) =>
      named({
        epochs: 2,
        loss: aen.lossTerms(options).filter(({ name }) => name === "sentiment at clip"),
      })[0];
    assert.notEqual(weight({ clipGroupScore: "mean" }), weight({ clipGroupScore: "sum" }));
  });
});
