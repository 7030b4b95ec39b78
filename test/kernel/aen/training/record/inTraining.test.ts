import assert from "node:assert/strict";
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import path from "node:path";
import { beginTraining, requireNotInTraining } from "../../../../../kernel/aen/training/record/inTraining.js";
import type { TrainingEvent } from "../../../../../kernel/contracts/runs/trainingEvents.js";
import { temporaryFolder } from "../../../../temporaryFolder.js";
import { until } from "../../../../until.js";

describe("a run that is still training", () => {
  const records = temporaryFolder();
  const folder = path.join(records, "run");
  const file = path.join(folder, "events.jsonl");
  let other: ChildProcess;
  before(() => {
    mkdirSync(folder);
    other = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  });
  after(() => other.kill());
  const startedBy = (pid: number, host = hostname()) =>
    ({ type: "start", run: "run", device: "cpu", terms: [], seconds: 0, process: { pid, host } }) as const;
  const end: TrainingEvent = { type: "end", state: "stopped", bestEpoch: null, seconds: 1 };
  beforeEach(() => {
    const soon = new Date(Date.now() + 60_000);
    writeFileSync(file, "");
    utimesSync(file, soon, soon);
  });

  it("in another process of this machine cannot be resumed, until it ends", () => {
    const events = [startedBy(other.pid!)];
    assert.throws(
      () => requireNotInTraining(folder, events),
      new RegExp(
        `^RangeError: The run "run" is still training in process ${other.pid} of this machine: stop it`,
      ),
    );
    requireNotInTraining(folder, [...events, end]);
    assert.throws(() => requireNotInTraining(folder, [...events, end, ...events]), /still training/);
  });

  it("can be resumed where its process is gone, on another machine, or this one, which has not begun it", () => {
    const gone = spawnSync(process.execPath, ["-e", ""]).pid;
    for (const event of [startedBy(gone), startedBy(other.pid!, "elsewhere"), startedBy(process.pid)])
      requireNotInTraining(folder, [event]);
    requireNotInTraining(folder, []);
  });

  it("can be resumed where its number was given to a process that began after its last line", function () {
    if (process.platform !== "linux") this.skip();
    utimesSync(file, new Date(2020, 1), new Date(2020, 1));
    requireNotInTraining(folder, [startedBy(other.pid!)]);
  });

  it("can be resumed where its process was killed and its parent has not noticed", async function () {
    if (process.platform !== "linux") this.skip();
    const parent = spawn("sh", ["-c", "sleep 0.5 & echo $!; exec sleep 60"], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const [told] = (await once(parent.stdout, "data")) as [Buffer];
    const pid = Number(told.toString());
    try {
      await until("its process has ended", () =>
        /^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8")),
      );
      requireNotInTraining(folder, [startedBy(pid)]);
    } finally {
      parent.kill();
    }
  });

  it("in this process cannot be resumed, until it ends", () => {
    const end = beginTraining(folder, assert.fail);
    assert.throws(
      () => requireNotInTraining(folder, []),
      /still training in this process .*: await it, or stop/,
    );
    end();
    requireNotInTraining(folder, []);
  });

  it("on a machine that shares the folder cannot be resumed, and is named", () => {
    const lock = path.join(folder, "writer.lock");
    writeFileSync(lock, JSON.stringify({ pid: 7, host: "node-3", id: "a" }));
    assert.throws(
      () => beginTraining(folder, assert.fail),
      /"run" is still training in process 7 of node-3: stop it/,
    );
    rmSync(lock);
  });

  it("goes on where its folder cannot be locked, with a warning", () => {
    const warnings: string[] = [];
    beginTraining(path.join(folder, "missing"), (message) => warnings.push(message))();
    assert.match(warnings.join(), /cannot be locked \(ENOENT.*let no other process resume it/);
  });
});
