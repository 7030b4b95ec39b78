import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import * as aen from "../../../../kernel/aen/index.js";
import { startModel } from "../../../../kernel/aen/training/startModel.js";
import type { RunDescription } from "../../../../kernel/aen/training/record/runDescription.js";
import { temporaryFolder } from "../../../temporaryFolder.js";
import { patternClips, smallestModel } from "./patternClips.js";

describe("the weights that a training begins with", () => {
  const record = temporaryFolder();
  const clips = patternClips(1);
  const model = aen.model(smallestModel, { seed: 3 });
  const begun = (seed: number, startWeights?: "given" | "drawn") =>
    aen.train(model, clips, { seed, startWeights, epochs: 0, pretraining: false, record });
  const ofSeed = (seed: number) => aen.model(smallestModel, { seed }).weights();
  /** Of the run's model without the frozen copy that its training makes. */
  const own = (run: aen.Run) =>
    new Map([...run.model.weights()].filter(([name]) => !name.startsWith("frozen.")));

  it("are the model's, whatever the seed", async () => {
    for (const seed of [3, 4]) assert.deepEqual(own(await begun(seed)), ofSeed(3));
    assert.equal(startModel(model, { seed: 4 }), model);
  });

  it("are drawn from the seed where that is wished, and the record says so", async () => {
    for (const seed of [3, 4]) {
      const run = await begun(seed, "drawn");
      assert.deepEqual(own(run), ofSeed(seed));
      const file = path.join(run.folder!, "run.json");
      const { model: recorded } = JSON.parse(readFileSync(file, "utf8")) as RunDescription;
      assert.deepEqual([recorded.seed, recorded.start], [seed, "drawn"]);
    }
    assert.deepEqual(model.weights(), ofSeed(3), "the model itself is unchanged");
  });

  it("are drawn for every fold of a cross-validation, which goes on with those alone", async () => {
    const options = { folds: 2, by: "clip", epochs: 0, pretraining: false, record, seed: 4 } as const;
    const { folds, id } = await aen.trainFolds(model, clips, { ...options, startWeights: "drawn" });
    for (const { run } of folds) assert.deepEqual(own(run!), ofSeed(4));
    const other = () => aen.trainFolds(model, clips, { ...options, resume: id });
    assert.throws(other, /The model, its options or its loss differ from those of/);
  });

  it("are not drawn over what a model has learnt", () => {
    const trained = model.copy();
    trained.freezeFrameModel();
    assert.throws(() => startModel(trained, { startWeights: "drawn" }), /would throw them away/);
    assert.throws(
      () => startModel(model, { startWeights: "seed" as never }),
      /\{ startWeights \} is "given" or "drawn", not "seed"/,
    );
  });
});
