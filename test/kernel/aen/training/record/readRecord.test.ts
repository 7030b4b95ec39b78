import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import {
  readDescription,
  readEvents,
  readPredictions,
  recordedStart,
} from "../../../../../kernel/aen/training/record/readRecord.js";
import { readRun } from "../../../../../extension/runs/runRecord.js";
import { temporaryFolder } from "../../../../temporaryFolder.js";

describe("the record of a run", () => {
  const folder = temporaryFolder();

  function record(name: string, files: Record<string, string>): string {
    const run = path.join(folder, name);
    mkdirSync(run);
    for (const [file, text] of Object.entries(files)) writeFileSync(path.join(run, file), text);
    return run;
  }

  it("with a torn last line is read by kernel and extension alike, and the kernel tells the line", async () => {
    const start = '{"type":"start","device":"cpu","seconds":0}';
    const epoch = '{"type":"epoch","phase":"training","epoch":1,"epochs":2,"loss":1.5,"seconds":3}';
    const run = record("torn", { "run.json": "{}", "events.jsonl": `${start}\n${epoch}\n{"type":"ep` });
    const warnings: string[] = [];
    const events = readEvents(run, (message) => warnings.push(message));
    const shown = (await readRun(run))!;
    assert.deepEqual([events.length, shown.epoch, shown.loss, shown.seconds], [2, 1, 1.5, 3]);
    assert.match(warnings.join(), /^.*events\.jsonl, line 3 is damaged and was skipped\.$/);
  });

  it("has no events where there is no file of them", () => {
    assert.deepEqual(readEvents(record("bare", {})), []);
  });

  it("says how its weights began and what was predicted last, null where it does not", () => {
    const prediction = { clip: "a", label: 0 };
    const run = record("whole", {
      "run.json": '{"model":{"start":"given"}}',
      "predictions.jsonl": `${JSON.stringify(prediction)}\n`,
    });
    assert.deepEqual([recordedStart(run), readPredictions(run)], ["given", [prediction]]);
    const damaged = record("damaged", { "run.json": '{"model":{', "predictions.jsonl": '{"clip":"a"' });
    const earlier = record("earlier", { "run.json": '{"model":{}}' });
    for (const other of [damaged, earlier, path.join(folder, "nowhere")])
      assert.deepEqual([recordedStart(other), readPredictions(other)], [null, null]);
  });

  it("is refused when its run.json is missing, truncated or of another kind of run", () => {
    const others = {
      missing: null,
      half: '{"format":"aen-run-1"',
      study: '{"study":"s","state":"finished"}',
    };
    for (const [name, text] of Object.entries(others)) {
      const run = record(name, text === null ? {} : { "run.json": text });
      assert.throws(() => readDescription(run), /run\.json" is not the record of a run/, name);
    }
    assert.equal(readDescription(record("good", { "run.json": '{"format":"aen-run-1","id":"x"}' })).id, "x");
  });
});
