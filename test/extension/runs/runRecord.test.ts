import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { runComparison } from "../../../extension/runs/runComparison.js";
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
    const quiet = await readRun(path.join(folder, "b"), Date.parse("2026-01-01T00:05:00Z"));
    const busy = await readRun(path.join(folder, "b"), Date.parse("2026-01-01T00:00:20Z"));
    assert.deepEqual([quiet!.state, busy!.state, quiet!.epoch], ["interrupted", "running", 1]);
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
    const text = runComparison(a, b);
    assert.match(text, /\| UAR \| 0\.700 \| 0\.400 \|/);
    assert.match(text, /\| seed \| 7 \| 8 \|/);
    assert.match(text, /-30\.0 points UAR\. One run each shows no effect/);
  });
});
