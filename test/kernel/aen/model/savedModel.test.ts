import assert from "node:assert/strict";
import path from "node:path";
import { dfewLabels, LabelSet } from "../../../../kernel/aen/labels.js";
import { model } from "../../../../kernel/aen/model/model.js";
import { savedModel } from "../../../../kernel/aen/model/savedModel.js";
import { readWeightFile, saveWeights } from "../../../../kernel/aen/model/weightFiles.js";
import { temporaryFolder } from "../../../temporaryFolder.js";
import { smallestModel } from "../training/patternClips.js";

describe("a network from its file of weights", () => {
  const file = path.join(temporaryFolder(), "weights.safetensors");
  const labels = new LabelSet(["Calm", "Tense", "Angry"], { Good: ["Calm"], Bad: ["Tense", "Angry"] });

  it("has the configuration, the emotions in their groups and the weights that were saved", async () => {
    const saved = model({ ...smallestModel, clipModel: "GRU" }, { labels, seed: 3 });
    saved.freezeFrameModel();
    await saveWeights(saved, file);
    const read = savedModel(file, await readWeightFile(file))!;
    assert.deepEqual(read.configuration, saved.configuration);
    assert.deepEqual(read.labels, labels);
    assert.deepEqual(read.weights(), saved.weights());
  });

  it("of an earlier version is DFEW's where its emotions are, else refused: its groups are not known", async () => {
    const own = model(smallestModel);
    await saveWeights(own, file);
    const found = await readWeightFile(file);
    const { groups: _groups, ...earlier } = found.metadata!;
    assert.equal(savedModel(file, { ...found, metadata: earlier })?.labels, dfewLabels);
    const emotions = JSON.stringify(["Calm", "Tense"]);
    assert.throws(
      () => savedModel(file, { ...found, metadata: { ...earlier, emotions } }),
      /weights\.safetensors: It was saved by a version that did not keep .* Calm, Tense\. Load it/,
    );
  });

  it("is none where the file does not say, and refused where its weights do not fit", async () => {
    const found = await readWeightFile(file);
    assert.equal(savedModel(file, { ...found, metadata: {} }), null);
    assert.throws(() => savedModel("a.pth", { ...found, metadata: null }), /^RangeError: a\.pth: The weight/);
  });
});
