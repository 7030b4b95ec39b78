import "../standIn/register.js";
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { readRun, readRuns } from "../../../extension/runs/runRecord.js";

describe("A run's record", () => {
  let folder: string;
  const write = (id: string, settings: object, lines: string[]): void => {
    mkdirSync(path.join(folder, id));
    writeFileSync(path.join(folder, id, "run.json"), JSON.stringify(settings));
    writeFileSync(path.join(folder, id, "events.jsonl"), lines.join("\n"));
  };
  const event = (body: object): string => JSON.stringify(body);
  const epoch = (number: number, uar: number): string =>
    event({
      type: "epoch",
      phase: "training",
      epoch: number,
      epochs: 3,
      seconds: number * 10,
      loss: 1,
      validation: { uar, war: uar },
    });

  before(() => (folder = mkdtempSync(path.join(tmpdir(), "aen-runs-"))));
  after(() => rmSync(folder, { recursive: true }));

  it("is read past pipes and devices in its files' places, which would be waited for or read without end", async function () {
    if (process.platform === "win32") return this.skip();
    const runs = path.join(folder, "traps");
    for (const name of ["pipe", "device", "pipe of events"])
      mkdirSync(path.join(runs, name), { recursive: true });
    execFileSync("mkfifo", [
      path.join(runs, "pipe", "run.json"),
      path.join(runs, "pipe of events", "events.jsonl"),
    ]);
    symlinkSync("/dev/zero", path.join(runs, "device", "run.json"));
    symlinkSync("/dev/zero", path.join(runs, "device", "events.jsonl"));
    writeFileSync(path.join(runs, "pipe", "events.jsonl"), event({ type: "start", device: "cpu" }));
    const read = await readRuns(runs);
    assert.deepEqual(
      read.map(({ id, device }) => [id, device]),
      [["pipe", "cpu"]],
    );
    rmSync(runs, { recursive: true });
  });

  it("gives state, device and the best epoch", async () => {
    write("a", { seed: 7 }, [
      event({ type: "start", device: "cpu" }),
      epoch(1, 0.5),
      epoch(2, 0.7),
      epoch(3, 0.6),
      event({ type: "end", state: "finished", seconds: 31 }),
    ]);
    const run = (await readRun(path.join(folder, "a")))!;
    assert.deepEqual(
      [run.state, run.device, run.uar, run.bestEpoch, run.epoch, run.seconds],
      ["finished", "cpu", 0.7, 2, 3, 31],
    );
  });

  it("survives a truncated last line, and calls a run interrupted that has gone quiet without an end", async () => {
    write("b", { seed: 8, started: "2026-01-01T00:00:00Z" }, [
      event({ type: "start", device: "webgpu" }),
      epoch(1, 0.4),
      '{"type":"epo',
    ]);
    const written = Date.parse("2026-01-02T00:00:00Z");
    utimesSync(path.join(folder, "b", "events.jsonl"), written / 1000, written / 1000);
    const quiet = await readRun(path.join(folder, "b"), written + 300_000);
    const busy = await readRun(path.join(folder, "b"), written + 20_000);
    assert.deepEqual([quiet!.state, busy!.state, quiet!.epoch], ["interrupted", "running", 1]);
  });

  it("that was resumed from a checkpoint counts what came before it, and is running again", async () => {
    const lines = [
      event({ type: "start", device: "cpu" }),
      epoch(1, 0.4),
      epoch(2, 0.9),
      event({ type: "end", state: "stopped" }),
      event({ type: "start", device: "cpu", resumedFrom: "0-training-00000002.safetensors", keptEvents: 2 }),
    ];
    write("resumed", { seed: 9 }, lines);
    const run = (await readRun(path.join(folder, "resumed")))!;
    assert.deepEqual([run.state, run.epoch, run.uar], ["running", 1, 0.4]);
    rmSync(path.join(folder, "resumed"), { recursive: true });
  });

  it("of a run in a study has the little that a study records", async () => {
    write("of a study", { study: "s", arm: "base", data: { train: "a", test: "b" } }, [
      event({ type: "start", run: "of a study" }),
      event({ type: "epoch", epoch: 2, loss: 0.5, uar: 0.4 }),
      event({ type: "end", state: "failed" }),
    ]);
    const run = (await readRun(path.join(folder, "of a study")))!;
    assert.deepEqual([run.state, run.epoch, run.loss], ["failed", 2, 0.5]);
    rmSync(run.folder, { recursive: true });
  });

  it("is listed newest first; other folders are left out", async () => {
    mkdirSync(path.join(folder, "not a run"));
    assert.deepEqual(
      (await readRuns(folder)).map((run) => run.id),
      ["b", "a"],
    );
    assert.deepEqual(await readRuns(path.join(folder, "absent")), []);
  });

  it("costs only itself when it makes no sense", async () => {
    const start = event({ type: "start", device: "cpu" });
    const strange = [
      [start, event({ type: "start", keptEvents: null })],
      [start, event({ type: "start", keptEvents: -1 })],
      [event({ type: "epoch", epoch: null, seconds: "x", validation: { uar: { toString: 1 } } })],
      [event({ type: "epoch", validation: 7 }), event({ type: "device" }), event({ type: "end", state: {} })],
    ];
    strange.forEach((lines, index) => write(`strange ${index}`, { started: { a: 1 }, data: 5 }, lines));
    const ids = (await readRuns(folder)).map((run) => run.id);
    assert.ok(ids.includes("a") && ids.includes("b"), ids.join());
    for (const index of strange.keys()) rmSync(path.join(folder, `strange ${index}`), { recursive: true });
  });
});
