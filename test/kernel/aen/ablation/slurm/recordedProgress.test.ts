import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { lastLines, recordedProgress } from "../../../../../kernel/aen/ablation/slurm/recordedProgress.js";
import { temporaryFolder } from "../../../../temporaryFolder.js";

const folder = temporaryFolder();
let count = 0;

function run(record: object | string, events = ""): string {
  const place = path.join(folder, `run ${count++}`);
  mkdirSync(place);
  writeFileSync(path.join(place, "run.json"), typeof record === "string" ? record : JSON.stringify(record));
  if (events) writeFileSync(path.join(place, "events.jsonl"), events);
  return place;
}

describe("the progress of a run on a node", () => {
  it("is read from its record: its state and the learning curve so far", async () => {
    const events =
      '{"type":"start"}\n{"type":"epoch","loss":2,"uar":0.1}\n{"type":"step"}\n{"type":"epoch","loss":1}\n';
    assert.deepEqual(await recordedProgress(run({ state: "running" }, events)), {
      ...{ state: "running", message: null, curve: { loss: [2, 1], uar: [0.1, null] } },
    });
    assert.deepEqual(await recordedProgress(run({ state: "failed", message: "no memory" })), {
      ...{ state: "failed", message: "no memory", curve: { loss: [], uar: [] } },
    });
  });

  it("passes over a last line that is being written", async () => {
    const torn = '{"type":"epoch","loss":2,"uar":0.1}\n{"type":"epo';
    assert.deepEqual((await recordedProgress(run({ state: "running" }, torn)))!.curve.loss, [2]);
  });

  it("is not known while there is no record, or half of one", async () => {
    assert.equal(await recordedProgress(path.join(folder, "none")), null);
    assert.equal(await recordedProgress(run('{"state":')), null);
  });
});

describe("the end of a log", () => {
  const log = path.join(folder, "task.log");

  it("is its last lines that have something in them", async () => {
    writeFileSync(log, "one\n\ntwo\n   \nthree\nfour\n");
    assert.deepEqual(await lastLines(log, 3), ["two", "three", "four"]);
    assert.deepEqual(await lastLines(log, 9), ["one", "two", "three", "four"]);
  });

  it("is found at the end of a long one", async () => {
    writeFileSync(log, `${"x".repeat(100_000)}\nlast words\n`);
    assert.equal((await lastLines(log)).at(-1), "last words");
  });

  it("is empty where there is no log, or an empty one", async () => {
    writeFileSync(log, "");
    assert.deepEqual([await lastLines(log), await lastLines(path.join(folder, "no.log"))], [[], []]);
  });
});
