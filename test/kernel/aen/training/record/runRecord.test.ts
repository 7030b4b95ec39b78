import assert from "node:assert/strict";
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { hostname } from "node:os";
import path from "node:path";
import { model as newModel } from "../../../../../kernel/aen/model/model.js";
import { decodeSafetensors } from "../../../../../kernel/aen/model/safetensors.js";
import { startOf } from "../../../../../kernel/aen/training/loopState.js";
import { readDescription, readEvents } from "../../../../../kernel/aen/training/record/readRecord.js";
import type { RunDescription } from "../../../../../kernel/aen/training/record/runDescription.js";
import { RunRecord } from "../../../../../kernel/aen/training/record/runRecord.js";
import type { TrainingEvent } from "../../../../../kernel/contracts/runs/trainingEvents.js";
import { temporaryFolder } from "../../../../temporaryFolder.js";
import { smallestModel } from "../patternClips.js";

const description = { format: "aen-run-1", id: "r", model: { start: "drawn" } } as RunDescription;
const start: TrainingEvent = { type: "start", run: "r", device: "cpu", terms: [], seconds: 0 };
const paused: TrainingEvent = { type: "paused", seconds: 1 };
const end: TrainingEvent = { type: "end", state: "finished", bestEpoch: null, seconds: 2 };

describe("the record that a run writes", () => {
  const folder = temporaryFolder();
  const model = newModel(smallestModel);
  after(() => model.dispose());

  /** A record in a folder of its own, with the warnings that it gives. */
  function newRecord(place = path.join(mkdtempSync(path.join(folder, "runs-")), "r")) {
    const warnings: string[] = [];
    return { place, warnings, record: new RunRecord(place, (message) => warnings.push(message)) };
  }

  it("has the description and the events in order, the start signed by its process", () => {
    const { place, record } = newRecord();
    record.begin(description, model);
    for (const event of [start, paused, end]) record.addEvent(event);
    assert.deepEqual(readDescription(place), description);
    const signed = { ...start, process: { pid: process.pid, host: hostname() } };
    assert.deepEqual(readEvents(place, assert.fail), [signed, paused, end]);
  });

  it("continues on a new line after a line that a crash cut off", () => {
    const { place, record } = newRecord();
    record.begin(description, model);
    appendFileSync(path.join(place, "events.jsonl"), `${JSON.stringify(paused)}\n{"type":"ep`);
    record.addEvent(end);
    const warnings: string[] = [];
    const read = readEvents(place, (message) => warnings.push(message));
    assert.deepEqual([read, warnings.length], [[paused, end], 1]);
  });

  it("is rejected in a folder that cannot be created, with the folder and what to do", () => {
    const file = path.join(folder, "file");
    writeFileSync(file, "");
    const { record } = newRecord(path.join(file, "r"));
    assert.throws(
      () => record.begin(description, model),
      /record of the run \(".*file.r"\) could not .* name another/,
    );
  });

  it("warns once that events cannot be written, and does not end the run", () => {
    const { place, warnings, record } = newRecord();
    record.begin(description, model);
    mkdirSync(path.join(place, "events.jsonl"));
    for (const event of [start, end]) record.addEvent(event);
    assert.equal(warnings.length, 1);
    assert.match(warnings[0], /^The run's events could not be written/);
  });

  it("keeps checkpoints, best weights and predictions in separate files", () => {
    const { place, record } = newRecord();
    const file = record.checkpoint(model, null, startOf("training"), 3);
    assert.equal(path.dirname(file!), path.join(place, "checkpoints"));
    record.best(model);
    const best = readFileSync(path.join(place, "checkpoints", "best.safetensors"));
    assert.deepEqual(decodeSafetensors(best).weights, model.weights());
    const scores = { clipLogProbabilities: [-1], sentimentLogProbabilities: [-1] };
    const of = { label: 0, frameNumbers: [0], ...scores, emotionLogProbabilities: [-1] };
    record.predictions(["a", "b"].map((clip) => ({ clip, ...of })));
    const lines = readFileSync(path.join(place, "predictions.jsonl"), "utf8").trim().split("\n");
    assert.deepEqual(
      lines.map((line) => (JSON.parse(line) as { clip: string }).clip),
      ["a", "b"],
    );
  });

  it("catches up on events that could not be written, once they can be", () => {
    const warnings: string[] = [];
    const all: TrainingEvent[] = [];
    const place = path.join(mkdtempSync(path.join(folder, "late-")), "r");
    const record: RunRecord = new RunRecord(
      place,
      (message) => warnings.push(message),
      () => all,
    );
    record.begin(description, model);
    const file = path.join(place, "events.jsonl");
    mkdirSync(file);
    for (const event of [start, paused, end]) {
      if (event === end) rmSync(file, { recursive: true });
      all.push(event);
      record.addEvent(event);
    }
    assert.deepEqual(
      readEvents(place, assert.fail).map(({ type }) => type),
      ["start", "paused", "end"],
    );
    assert.equal(warnings.length, 1);
  });

  it("that is removed while the run trains is written again from memory, once, and then goes on", () => {
    const warnings: string[] = [];
    const all: TrainingEvent[] = [];
    const place = path.join(mkdtempSync(path.join(folder, "removed-")), "r");
    const record: RunRecord = new RunRecord(
      place,
      (message) => warnings.push(message),
      () => all,
    );
    const add = (event: TrainingEvent) => {
      all.push(event);
      record.addEvent(event);
    };
    const given = { ...description, model: { start: "given" } } as RunDescription;
    record.begin(given, model);
    add(start);
    add(paused);
    rmSync(place, { recursive: true });
    assert.ok(record.checkpoint(model, null, startOf("training"), 2));
    add({ ...paused, type: "resumed" });
    add(end);
    assert.equal(warnings.length, 1);
    assert.match(warnings[0], /was removed or moved while it trains\. It was written again/);
    assert.deepEqual(readDescription(place), given);
    assert.deepEqual(
      decodeSafetensors(readFileSync(path.join(place, "start.safetensors"))).weights,
      model.weights(),
    );
    assert.deepEqual(
      readEvents(place, assert.fail).map(({ type }) => type),
      ["start", "paused", "resumed", "end"],
    );
  });

  it("that is removed after the run stays away", () => {
    const { place, warnings, record } = newRecord();
    record.begin(description, model);
    for (const event of [start, end]) record.addEvent(event);
    rmSync(place, { recursive: true });
    record.predictions([]);
    assert.deepEqual([existsSync(place), warnings], [false, []]);
  });

  it("warns of a checkpoint that cannot be written, which then has no file", () => {
    const { place, warnings, record } = newRecord();
    record.begin(description, model);
    writeFileSync(record.checkpoints, "in the way");
    assert.equal(record.checkpoint(model, null, startOf("training"), 0), null);
    assert.equal(record.checkpoint(model, null, startOf("training"), 0), null);
    record.best(model);
    assert.equal(warnings.length, 2, "each is told once");
    assert.match(warnings[0], /^A checkpoint could not be written: there is a file .*The run continues/);
    assert.match(warnings[1], /^The weights of the best epoch could not be written/);
    assert.ok(!existsSync(path.join(place, "predictions.jsonl")));
  });
});
