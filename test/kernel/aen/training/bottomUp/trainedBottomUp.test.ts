import assert from "node:assert/strict";
import { LabelSet } from "../../../../../kernel/aen/labels.js";
import { model as newModel } from "../../../../../kernel/aen/model/model.js";
import {
  branchWeights,
  isTrainedBottomUp,
  networkOf,
} from "../../../../../kernel/aen/training/bottomUp/trainedBottomUp.js";
import { smallestModel } from "../patternClips.js";

describe("a trained bottom-up branch", () => {
  const model = newModel(smallestModel);
  const trained = newModel(smallestModel, { seed: 2 });
  before(() => trained.freezeFrameModel());
  after(() => [model, trained].forEach((each) => each.dispose()));

  it("is that of a model, or of what has one", () => {
    assert.ok(isTrainedBottomUp(model) && isTrainedBottomUp({ model }));
    for (const other of ["frozen", undefined, null, { from: model }, { model: "small" }])
      assert.ok(!isTrainedBottomUp(other));
    assert.ok(networkOf(model) === model && networkOf({ model }) === model);
  });

  it("gives its weights and those of its frozen frame model", () => {
    const names = [...branchWeights({ model: trained }, model).keys()];
    assert.ok(names.includes("spatial.stem.conv.weight") && names.includes("frozen.head.frame.bias"));
    assert.ok(!names.some((name) => name.startsWith("temporal.")));
  });

  it("is refused where it was never trained, has another form, or other emotions or their order", () => {
    assert.throws(() => branchWeights(model, trained), /no frozen frame model, so it was never trained/);
    const wide = newModel({ ...smallestModel, size: 32 });
    assert.throws(() => branchWeights(trained, wide), /its size is 16, the model's is 32/);
    const labels = new LabelSet(model.labels.emotions.toReversed(), { all: model.labels.emotions });
    const reversed = newModel(smallestModel, { labels });
    assert.throws(
      () => branchWeights(trained, reversed),
      /distinguishes Happy, .*; the model distinguishes Fear/,
    );
    for (const each of [wide, reversed]) each.dispose();
  });
});
