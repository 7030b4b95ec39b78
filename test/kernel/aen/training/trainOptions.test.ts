import assert from "node:assert/strict";
import { lossTerm } from "../../../../kernel/aen/losses/lossTerm.js";
import { lossTerms, publishedLoss, recommendedLoss } from "../../../../kernel/aen/losses/lossTerms.js";
import { configurationOf, type PresetName } from "../../../../kernel/aen/model/presets.js";
import {
  defaultLoss,
  planTraining,
  trainingDefaults,
  type DividedTrainOptions,
} from "../../../../kernel/aen/training/trainOptions.js";
import { patternClips } from "./patternClips.js";

const plan = (options: DividedTrainOptions = {}, preset: PresetName = "tiny") =>
  planTraining(configurationOf(preset), options);

describe("the plan of a training", () => {
  const validate = patternClips(1);

  it("takes what is not given from the preset: published is what SPEC.md, section 4, says", () => {
    const { epochs, batch, learningRate, schedule, optimizer, keep, earlyStopping } = plan({}, "published");
    assert.deepEqual([epochs, batch, learningRate, keep, earlyStopping], [200, 32, 0.01, "last", null]);
    assert.deepEqual(schedule, { kind: "step", every: 40, factor: 0.1 });
    assert.deepEqual(optimizer, { kind: "sgd", momentum: 0.9, weightDecay: 1e-4 });
    for (const preset of ["recommended", "small", "tiny"] as const) {
      assert.equal(plan({}, preset).epochs, trainingDefaults[preset].epochs);
    }
  });

  it("pretrains published on stills as SPEC.md, section 4, says: crop and flip alone, a tenth of the rate every 20 epochs", () => {
    const { pretraining } = plan({}, "published");
    assert.deepEqual(pretraining, {
      ...{ epochs: 100, batch: 32, learningRate: 1e-4, framesPerClip: 1, stills: null },
      schedule: { kind: "step", every: 20, factor: 0.1 },
      augment: { rotation: false, jitter: false },
    });
  });

  it("takes an option that is undefined as not given, those of the pretraining too", () => {
    const undefinedOnes = {
      epochs: undefined,
      optimizer: undefined,
      pretraining: { epochs: undefined, batch: 8 },
    };
    const { tiny } = trainingDefaults;
    const { epochs, optimizer, pretraining } = plan(undefinedOnes);
    assert.deepEqual([epochs, optimizer], [tiny.epochs, tiny.optimizer]);
    assert.deepEqual(pretraining, { ...tiny.pretraining, stills: null, batch: 8 });
  });

  it("keeps what is given, false and 0 too", () => {
    const { augment, record, epochs, pretraining } = plan({
      augment: false,
      record: false,
      epochs: 0,
      pretraining: false,
    });
    assert.deepEqual([augment, record, epochs, pretraining], [false, false, 0, null]);
  });

  it("minimises the published loss with the published preset alone", () => {
    const names = (terms: readonly { name: string; weight: number }[]) =>
      terms.map(({ name, weight }) => `${name} ${weight}`);
    for (const [preset, choices] of [
      ["published", publishedLoss],
      ["recommended", recommendedLoss],
      ["tiny", recommendedLoss],
    ] as const) {
      assert.deepEqual(names(defaultLoss(configurationOf(preset))), names(lossTerms(choices)), preset);
      assert.deepEqual(names(plan({}, preset).loss), names(lossTerms(choices)), preset);
    }
  });

  it("keeps the best epoch when it may end early, unless told otherwise", () => {
    const early = { validate, earlyStopping: { patience: 3 } };
    assert.deepEqual(plan(early).earlyStopping, { patience: 3, least: 0 });
    assert.deepEqual([plan(early).keep, plan({ ...early, keep: "last" }).keep], ["best", "last"]);
  });

  it("has nothing of signal and source, which belong to the call", () => {
    const { signal } = new AbortController();
    const given = plan({ signal, source: "await aen.train()" });
    assert.deepEqual(["signal" in given, "source" in given], [false, false]);
  });

  const one = lossTerm("one", ({ frameLogits }) => frameLogits);
  const refused: [DividedTrainOptions, RegExp][] = [
    [{ epochs: -1 }, /"epochs" must be a whole number of 0 or more, got -1/],
    [{ epochs: 2.5 }, /"epochs" must be a whole number/],
    [{ batch: 0 }, /"batch" must be a whole number of 1 or more, got 0/],
    [{ learningRate: 0 }, /learning rate must be above 0, got 0/],
    [{ learningRate: NaN }, /learning rate must be above 0, got NaN/],
    [{ learningRate: Infinity }, /learning rate must be finite, got Infinity/],
    [{ pretraining: { learningRate: Infinity } }, /pretraining's learning rate must be finite/],
    [{ seed: NaN }, /"seed" must be a number that is finite, got NaN/],
    [{ seed: -Infinity }, /"seed" must be a number that is finite/],
    [{ pretraining: { epochs: 1.5 } }, /"pretraining\.epochs" must be a whole number of 0 or more, got 1\.5/],
    [{ pretraining: { batch: 0 } }, /"pretraining\.batch" must be a whole number of 1 or more/],
    [
      { pretraining: { framesPerClip: 0 } },
      /"pretraining\.framesPerClip" must be a whole number of 1 or more/,
    ],
    [{ pretraining: { learningRate: -1 } }, /pretraining's learning rate must be above 0, got -1/],
    [{ loss: [one, one] }, /Two loss terms are called "one"/],
    [{ earlyStopping: { patience: 2 } }, /need clips to `validate` on/],
    [{ keep: "best" }, /need clips to `validate` on/],
  ];
  for (const [options, message] of refused) {
    it(`is refused: ${message.source}`, () => {
      assert.throws(
        () => plan(options),
        (error) => error instanceof RangeError && message.test(error.message),
      );
    });
  }
});
