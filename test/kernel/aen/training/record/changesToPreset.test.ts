import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-core";
import { lossTerm } from "../../../../../kernel/aen/losses/lossTerm.js";
import { lossTerms, recommendedLoss } from "../../../../../kernel/aen/losses/lossTerms.js";
import { configurationOf, type ModelOptions } from "../../../../../kernel/aen/model/presets.js";
import { changesToPreset } from "../../../../../kernel/aen/training/record/changesToPreset.js";
import { planTraining, type DividedTrainOptions } from "../../../../../kernel/aen/training/trainOptions.js";
import { patternClips } from "../patternClips.js";

describe("what a run changes in its preset", () => {
  const changes = (model: ModelOptions, options: DividedTrainOptions = {}) => {
    const configuration = configurationOf(model);
    return changesToPreset(configuration, planTraining(configuration, options)).map(
      ({ setting, preset, run }) => [setting, preset, run],
    );
  };

  it("is nothing for a preset as it is, wherever, with whichever seed and for whomever it is computed", () => {
    for (const preset of ["tiny", "small", "recommended", "published"] as const)
      assert.deepEqual(changes({ preset }), [], preset);
    const options = {
      device: "cpu",
      threads: 1,
      seed: 9,
      checkpointSeconds: 1,
      validate: patternClips(1),
    } as const;
    assert.deepEqual(changes({ preset: "tiny" }, options), []);
  });

  it("is each setting of network and training with both values, whatever it lies in", () => {
    assert.deepEqual(
      changes(
        { preset: "tiny", frames: 8 },
        { epochs: 3, optimizer: { kind: "sgd", momentum: 0.9 } as never },
      ),
      [
        ["model.frames", 4, 8],
        ["training.epochs", 12, 3],
        ["training.optimizer.kind", "adamw", "sgd"],
        ["training.optimizer.weightDecay", 0.01, null],
        ["training.optimizer.momentum", null, 0.9],
      ],
    );
    assert.deepEqual(changes({ preset: "tiny" }, { pretraining: { stills: patternClips(3), epochs: 2 } }), [
      ["training.pretraining.stills", null, "21 stills"],
      ["training.pretraining.epochs", 4, 2],
    ]);
  });

  it("is a term's weight, a term of one's own, and a term that was left out", () => {
    const [first, ...others] = lossTerms(recommendedLoss);
    const mine = lossTerm("mine", () => tf.scalar(0), { weight: 2 });
    const loss = [{ ...first, weight: first.weight + 1 }, ...others.slice(0, -1), mine];
    const told = changes({ preset: "tiny" }, { loss });
    const left = others.at(-1)!;
    assert.deepEqual(told[0], [`loss.${first.name}`, first.weight, first.weight + 1]);
    assert.deepEqual(told.at(-1), ["loss.mine", null, 2]);
    assert.deepEqual(told[1], [`loss.${left.name}`, left.weight, null]);
  });
});
