import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import * as aen from "../../../../kernel/aen/index.js";
import { encodeSafetensors } from "../../../../kernel/aen/model/safetensors.js";
import { hashOfModel, weightsInUse } from "../../../../kernel/aen/prediction/weightsInUse.js";
import { temporaryFolder } from "../../../temporaryFolder.js";
import { smallestModel } from "../training/patternClips.js";
import { twoLabels } from "./tableOfTest.js";

describe("the weights that predictions are made with", () => {
  const folder = temporaryFolder();
  const records = path.join(folder, "runs");
  const trained = aen.model(smallestModel, { labels: twoLabels, seed: 4 });
  const best = aen.model(smallestModel, { labels: twoLabels, seed: 5 });

  /** The record of a run as `train` writes it, with what is read here. */
  function recordRun(id: string, plan: object, phase: string): string {
    const place = path.join(records, id);
    const checkpoints = path.join(place, "checkpoints");
    mkdirSync(checkpoints, { recursive: true });
    const groups = { Good: ["Happy"], Bad: ["Sad"] };
    const model = { configuration: trained.configuration, seed: 1, emotions: twoLabels.emotions, groups };
    writeFileSync(path.join(place, "run.json"), JSON.stringify({ format: "aen-run-1", id, model, plan }));
    const state = JSON.stringify({ phase, updates: 7 });
    const bytes = encodeSafetensors(trained.weights(), { format: "aen-checkpoint-1", state, events: "3" });
    const file = path.join(checkpoints, `${phase === "training" ? 1 : 0}-${phase}-00000007.safetensors`);
    writeFileSync(file, bytes);
    writeFileSync(path.join(checkpoints, "best.safetensors"), encodeSafetensors(best.weights()));
    return file;
  }

  it("are a model's own, with the frames of its preset, and stay the caller's", async () => {
    const use = await weightsInUse(trained, records);
    assert.deepEqual(
      [use.model, use.sampling, use.frameOrder, use.isOwn],
      [trained, "even", "in time", false],
    );
  });

  it("are a run's, with the frames that it evaluates on, and stay the run's", async () => {
    const plan = { sampling: "spread", frameOrder: "reversed" };
    const use = await weightsInUse({ model: best, plan } as unknown as aen.Run, records);
    assert.deepEqual(
      [use.model, use.sampling, use.frameOrder, use.isOwn],
      [best, "spread", "reversed", false],
    );
  });

  it("come from a file with labels and size, and are the same wherever they were read", async () => {
    const file = path.join(folder, "saved.safetensors");
    await aen.saveWeights(trained, file);
    const use = await weightsInUse(file, records);
    assert.deepEqual([use.model.labels, use.model.configuration.size, use.isOwn], [twoLabels, 16, true]);
    assert.equal(hashOfModel(use.model), hashOfModel(trained));
    assert.notEqual(hashOfModel(best), hashOfModel(trained));
  });

  it("come from a run by id or folder: the last, or the best where it keeps those, with its frames", async () => {
    recordRun("last", { sampling: "published", keep: "last" }, "training");
    const last = await weightsInUse("last", records);
    assert.deepEqual([last.sampling, last.frameOrder], ["published", "in time"]);
    assert.equal(hashOfModel(last.model), hashOfModel(trained));
    recordRun("best", { sampling: "spread", keep: "best", frameOrder: "reversed" }, "training");
    const kept = await weightsInUse(path.join(records, "best"), "elsewhere");
    assert.deepEqual([kept.sampling, kept.frameOrder], ["spread", "reversed"]);
    assert.equal(hashOfModel(kept.model), hashOfModel(best));
  });

  it("come from a checkpoint where it stands in its run's record, and are refused elsewhere", async () => {
    const file = recordRun("checkpoint", { sampling: "published", keep: "last" }, "training");
    const use = await weightsInUse(file, records);
    assert.deepEqual([use.sampling, hashOfModel(use.model)], ["published", hashOfModel(trained)]);
    const alone = path.join(folder, "alone.safetensors");
    writeFileSync(alone, encodeSafetensors(trained.weights()));
    await assert.rejects(
      weightsInUse(alone, records),
      /these weights do not say which network they belong to/,
    );
  });

  it("are refused of a run that has only pretrained, and of what is not there", async () => {
    recordRun("early", { sampling: "even", keep: "last" }, "pretraining");
    await assert.rejects(weightsInUse("early", records), /has not trained on clips yet/);
    await assert.rejects(weightsInUse("gone.safetensors", records), /there is no such file of weights/);
    await assert.rejects(weightsInUse("gone", records), /There is no run "gone"/);
  });
});
