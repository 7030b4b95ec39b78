import "../standIn/register.js";
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import path from "node:path";
import { readRun, readRuns } from "../../../extension/runs/runRecord.js";

const { runComparison } = await import("../../../extension/runs/runComparison.js");
const { comparisonPage } = await import("../../../extension/runs/comparisonPage.js");

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

  it("tells state, device and the best epoch", async () => {
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

  it("survives a torn last line, and calls a run without an end that has gone quiet interrupted", async () => {
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

  it("is interrupted as soon as its process is gone, paused or not", async () => {
    const gone = spawnSync(process.execPath, ["-e", ""]).pid;
    const states: Record<string, [process: object, state: string]> = {
      "paused by one that is gone": [{ pid: gone, host: hostname() }, "interrupted"],
      "paused by this one": [{ pid: process.pid, host: hostname() }, "paused"],
      "paused on another machine": [{ pid: gone, host: "another" }, "paused"],
    };
    for (const [id, [by, state]] of Object.entries(states)) {
      write(id, { seed: 9 }, [
        event({ type: "start", device: "cpu", process: by }),
        event({ type: "paused" }),
      ]);
      assert.equal((await readRun(path.join(folder, id)))!.state, state, id);
      rmSync(path.join(folder, id), { recursive: true });
    }
  });

  it("that goes on from a checkpoint counts what came before it, and is running again", async () => {
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

  it("is listed newest first; other folders are left out", async () => {
    mkdirSync(path.join(folder, "not a run"));
    assert.deepEqual(
      (await readRuns(folder)).map((run) => run.id),
      ["b", "a"],
    );
    assert.deepEqual(await readRuns(path.join(folder, "absent")), []);
  });

  it("is compared with another: figures, differing settings, and what one run cannot tell", async () => {
    const [b, a] = await readRuns(folder);
    const { figures, settings, change, runs } = runComparison(a, b);
    assert.deepEqual(runs, ["a", "b"]);
    assert.deepEqual(
      figures.find(([name]) => name === "UAR"),
      ["UAR", "70.0 %", "40.0 %"],
    );
    assert.deepEqual(
      settings.find(([name]) => name === "seed"),
      ["seed", "7", "8"],
    );
    assert.match(change!, /−30\.0 points UAR\. One run each shows no effect/);
  });

  it("is compared on a page that runs nothing, whatever its settings hold", async () => {
    const [b, a] = await readRuns(folder);
    const page = comparisonPage(
      runComparison({ ...a, settings: { name: "<script>alert('x')</script>" } }, b),
    );
    assert.match(page, /default-src 'none'/);
    assert.doesNotMatch(page, /<script/);
    assert.match(page, /&#60;script&#62;/);
    assert.match(page, /<th scope="row">UAR<\/th><td>70\.0 %<\/td><td>40\.0 %<\/td>/);
  });
});
