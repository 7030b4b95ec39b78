import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readdirSync, truncateSync, writeFileSync } from "node:fs";
import path from "node:path";
import * as tf from "@tensorflow/tfjs-core";
import { model as newModel } from "../../../../../kernel/aen/model/model.js";
import { encodeSafetensors } from "../../../../../kernel/aen/model/safetensors.js";
import { startOf, type LoopState } from "../../../../../kernel/aen/training/loopState.js";
import { Optimizer } from "../../../../../kernel/aen/training/optimizer.js";
import {
  readCheckpoint,
  readNewestCheckpoint,
  restoreSlots,
  writeCheckpoint,
} from "../../../../../kernel/aen/training/record/checkpoint.js";
import { temporaryFolder } from "../../../../temporaryFolder.js";
import { smallestModel } from "../patternClips.js";

describe("a checkpoint", () => {
  const folder = temporaryFolder();
  const emptyFolder = () => mkdtempSync(path.join(folder, "checkpoints-"));
  const model = newModel(smallestModel);
  const weight = tf.variable(tf.tensor([1, 2, 3]), true, "checkpoint.test");
  const adam = () => new Optimizer({ kind: "adam" }, new Map([["w", weight]]));
  const state: LoopState = {
    ...{ phase: "training", epoch: 2, step: 1, updates: 7, lossSum: 0.1 + 0.2 },
    ...{ termSums: { energy: 1 / 3 }, best: { epoch: 1, uar: 0.25 } },
  };
  const at = (phase: LoopState["phase"], updates: number) => ({ ...startOf(phase), updates });
  after(() => {
    model.dispose();
    weight.dispose();
  });

  it("holds weights, slots, state and number of events, to the last bit", () => {
    const optimizer = adam();
    optimizer.slots.get("first/w")!.assign(tf.tensor([0.1, 0.2, 0.3]));
    const file = writeCheckpoint(path.join(emptyFolder(), "new"), model, optimizer, state, 41);
    const read = readCheckpoint(file);
    assert.deepEqual([read.file, read.state, read.events], [file, state, 41]);
    assert.deepEqual(read.weights, model.weights());
    assert.deepEqual([...read.slots.keys()], ["first/w", "second/w"]);
    assert.deepEqual(read.slots.get("first/w"), { shape: [3], data: Float32Array.of(0.1, 0.2, 0.3) });
    const other = adam();
    restoreSlots(other, read.slots);
    assert.deepEqual(other.slots.get("first/w")!.dataSync(), Float32Array.of(0.1, 0.2, 0.3));
    for (const each of [optimizer, other]) each.dispose();
  });

  it("of an optimizer of another kind is rejected, with the slot that it lacks", () => {
    const file = writeCheckpoint(emptyFolder(), model, null, state, 0);
    const optimizer = adam();
    assert.throws(() => restoreSlots(optimizer, readCheckpoint(file).slots), /has no "first\/w"/);
    optimizer.dispose();
  });

  it("replaces all but the previous one; one of the training is newer than any of the pretraining", () => {
    const place = emptyFolder();
    writeFileSync(path.join(place, "best.safetensors"), "");
    const states = [at("pretraining", 9), at("pretraining", 100), at("training", 0)];
    const files = states.map((each) => writeCheckpoint(place, model, null, each, 0));
    assert.deepEqual(files.map(existsSync), [false, true, true]);
    assert.deepEqual(readdirSync(place).length, 3, "best.safetensors is not one of them");
    assert.equal(readNewestCheckpoint(place, assert.fail)?.file, files[2]);
  });

  it("that is damaged is reported by name, and the previous one is read; null if all are damaged or missing", () => {
    const place = emptyFolder();
    const [before, torn] = [3, 4].map((updates) =>
      writeCheckpoint(place, model, null, at("training", updates), updates),
    );
    truncateSync(torn, 100);
    const told: string[] = [];
    assert.equal(readNewestCheckpoint(place, (message) => told.push(message))?.events, 3);
    assert.ok(
      told.length === 1 && told[0].includes(torn) && /cannot be read; the previous one is used/.test(told[0]),
    );
    truncateSync(before, 100);
    assert.equal(
      readNewestCheckpoint(place, (message) => told.push(message)),
      null,
    );
    assert.equal(told.length, 3);
    for (const message of told.slice(1))
      assert.match(message, /cannot be read; no other can be read, so the run starts over: /);
    assert.equal(readNewestCheckpoint(path.join(folder, "nowhere"), assert.fail), null);
  });

  it("is not confused with other weights", () => {
    const file = path.join(emptyFolder(), "1-training-00000001.safetensors");
    writeFileSync(file, encodeSafetensors(model.weights()));
    assert.throws(() => readCheckpoint(file), /is not a checkpoint of a run/);
  });
});
