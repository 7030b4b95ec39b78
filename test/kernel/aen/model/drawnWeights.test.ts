import assert from "node:assert/strict";
import { hasDrawnWeights } from "../../../../kernel/aen/model/drawnWeights.js";
import { Model, model } from "../../../../kernel/aen/model/model.js";
import { smallestModel } from "../training/patternClips.js";

describe("a model's weights", () => {
  it("are as drawn in a new model and its copies, whatever the seed", () => {
    for (const seed of [1, 2]) {
      const made = model(smallestModel, { seed });
      assert.equal(hasDrawnWeights(made), true);
      assert.equal(hasDrawnWeights(made.copy()), true);
    }
  });

  it("are not as drawn once a single number has another sign of zero, or is another seed's", () => {
    const made = model(smallestModel, { seed: 1 });
    const weights = made.weights();
    const [name, { shape, data }] = [...weights].find(([, values]) => values.data.includes(0))!;
    const changed = data.slice();
    changed[changed.indexOf(0)] = -0;
    made.setWeights(new Map([[name, { shape, data: changed }]]), { partial: true });
    assert.equal(hasDrawnWeights(made), false);
    const { configuration, labels } = made;
    assert.equal(hasDrawnWeights(new Model(configuration, labels, 2, weights)), false);
    assert.equal(hasDrawnWeights(new Model(configuration, labels, 1, weights)), true);
  });

  it("are not as drawn with a frozen frame model, which only training makes", () => {
    const made = model(smallestModel);
    made.freezeFrameModel();
    assert.equal(hasDrawnWeights(made), false);
  });
});
