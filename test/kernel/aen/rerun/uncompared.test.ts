import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { plural, uncomparedEpochs } from "../../../../kernel/aen/rerun/uncompared.js";
import type { EpochEvent, TrainingEvent } from "../../../../kernel/contracts/runs/trainingEvents.js";
import { temporaryFolder } from "../../../temporaryFolder.js";

describe("the epochs of a repeated run that have nothing to be compared with", () => {
  const records = temporaryFolder();
  const folder = path.join(records, "run");
  before(() => {
    mkdirSync(folder);
    writeFileSync(path.join(folder, "events.jsonl"), "");
  });
  const epoch = (number: number, phase: EpochEvent["phase"] = "training") =>
    ({ type: "epoch", phase, epoch: number, seconds: 1 }) as TrainingEvent & EpochEvent;
  const end = (state: string) => ({ type: "end", state, bestEpoch: null, seconds: 2 }) as TrainingEvent;
  const now = [epoch(1, "pretraining"), epoch(1), epoch(2)];

  it("are none where the record has them all", () => {
    assert.equal(uncomparedEpochs(folder, [...now, end("finished")], now, false), null);
  });

  it("are counted, with the reason", () => {
    const then = now.slice(0, 2);
    const cases: [TrainingEvent[], boolean, RegExp][] = [
      [then, true, /^1 of 3 epochs: lines of events\.jsonl are damaged$/],
      [[...then, end("stopped")], false, /^1 of 3 epochs: the recorded run was stopped before them$/],
      [[...then, end("failed")], false, /^1 of 3 epochs: the recorded run failed before them$/],
      [then, false, /the record ends before them, so the run was interrupted or events\.jsonl is cut off$/],
    ];
    for (const [events, damaged, message] of cases)
      assert.match(uncomparedEpochs(folder, events, now, damaged)!, message);
    assert.match(uncomparedEpochs(records, [], now, false)!, /^3 of 3 epochs: events\.jsonl is missing/);
  });

  it("are named in the singular and the plural", () => {
    assert.deepEqual([plural(1, "epoch"), plural(2, "epoch")], ["1 epoch", "2 epochs"]);
  });
});
