import assert from "node:assert/strict";
import { defaultLoss, planTraining } from "../../../../../kernel/aen/training/trainOptions.js";
import { foldsIdentity } from "../../../../../kernel/aen/training/folds/foldsIdentity.js";
import type { DividedTrainOptions } from "../../../../../kernel/aen/training/trainOptions.js";
import type { Validation } from "../../../../../kernel/aen/training/validation.js";
import { withWeights } from "../../../../../kernel/aen/losses/lossTerm.js";
import { lossTerms } from "../../../../../kernel/aen/losses/lossTerms.js";
import { model } from "../../../../../kernel/aen/model/model.js";
import { patternClips, smallestModel } from "../patternClips.js";

describe("what stands for the settings of a cross-validation", () => {
  const network = model(smallestModel);
  const identity = (options: DividedTrainOptions = {}, validate?: Validation, trained = network) =>
    foldsIdentity(trained, planTraining(trained.configuration, options), validate);

  it("is the same for the same settings, wherever they compute and are recorded", () => {
    assert.match(identity(), /^[0-9a-f]{12}$/);
    assert.equal(identity(), identity({ device: "cpu", record: "elsewhere", checkpointSeconds: 1 }));
    assert.equal(identity({ loss: defaultLoss(network.configuration) }), identity());
    assert.equal(identity({}, patternClips(1)), identity({}, patternClips(1)));
  });

  it("differs when anything differs that decides the figures", () => {
    const loss = defaultLoss(network.configuration);
    const frozen = network.copy();
    frozen.freezeFrameModel();
    const all = [
      identity(),
      identity({ epochs: 3 }),
      identity({ pretraining: { epochs: 3 } }),
      identity({ pretraining: { stills: patternClips(1) } }),
      identity({ loss: withWeights(loss, { "emotion at clip": 0.1 }) }),
      identity({ loss: lossTerms({ energyPooling: "mean" }) }),
      identity({}, 0.2),
      identity({}, patternClips(1)),
      identity({}, undefined, model(smallestModel, { seed: 2 })),
      identity({}, undefined, frozen),
    ];
    assert.equal(new Set(all).size, all.length);
  });
});
