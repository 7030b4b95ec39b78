import assert from "node:assert/strict";
import path from "node:path";
import { LabelSet } from "../../../../../kernel/aen/labels.js";
import { model as newModel, type Model } from "../../../../../kernel/aen/model/model.js";
import { saveWeights } from "../../../../../kernel/aen/model/weightFiles.js";
import { startFrom } from "../../../../../kernel/aen/training/bottomUp/startFrom.js";
import { temporaryFolder } from "../../../../temporaryFolder.js";
import { notesDuring } from "../../notes.js";
import { smallestModel } from "../patternClips.js";

describe("a model that starts from given weights", () => {
  const folder = temporaryFolder();
  const source = newModel(smallestModel, { seed: 9 });
  after(() => source.dispose());
  const values = (model: Model, name: string) => [...model.weights().get(name)!.data];
  const [stem, head, clip] = ["spatial.stem.conv.weight", "head.frame.weight", "head.clip.weight"];

  it("has the branch of a network or of its file; the rest is drawn from the seed", async () => {
    const file = path.join(folder, "own.safetensors");
    await saveWeights(source, file);
    const drawn = newModel(smallestModel, { seed: 2 });
    for (const from of [source, { model: source }, file]) {
      const model = await startFrom(from, { model: smallestModel, seed: 2 });
      for (const name of [stem, head]) assert.deepEqual(values(model, name), values(source, name));
      assert.deepEqual(values(model, clip), values(drawn, clip));
      model.dispose();
    }
    drawn.dispose();
  });

  it("draws the frame head where the emotions differ, and says what it takes and draws", async () => {
    const labels = new LabelSet(source.labels.emotions.toReversed(), { all: source.labels.emotions });
    const notes = await notesDuring(async () => {
      const model = await startFrom(source, { model: smallestModel, labels, seed: 2 });
      assert.deepEqual(values(model, stem), values(source, stem));
      assert.notDeepEqual(values(model, head), values(source, head));
      model.dispose();
    });
    assert.match(
      notes.join(),
      /the given network: the bottom-up branch takes stem, stage1\.block0, .*; draws head\.frame/,
    );
  });

  it("is refused where the shapes differ", async () => {
    const wider = { ...smallestModel, stageWidths: [8, 8, 8, 8] } as const;
    await assert.rejects(
      startFrom(source, { model: wider }),
      /the given network does not fit the model: .*spatial\.stem\.conv\.weight" has shape \[4, 3, 7, 7\]/,
    );
  });
});
