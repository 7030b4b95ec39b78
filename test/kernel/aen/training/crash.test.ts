import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { readRuns } from "../../../../extension/runs/runRecord.js";
import type { EpochEvent, TrainingEvent } from "../../../../kernel/contracts/runs/trainingEvents.js";
import { readEvents } from "../../../../kernel/aen/training/record/readRecord.js";

/** More with `AEN_KILLS=20 npx mocha test/kernel/aen/training/crash.test.ts`. */
const mostKills = Number(process.env.AEN_KILLS ?? 7);
const script = fileURLToPath(new URL("interruptible.ts", import.meta.url));

/** Runs the training until it ends or, `afterEvents` events later, is killed. @returns the weights' checksum */
function runProcess(folder: string, id: string, kill?: { events: number; milliseconds: number }) {
  return new Promise<string | null>((resolve, reject) => {
    const child = spawn(process.execPath, ["--import", "tsx", script, folder, id], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    let errors = "";
    let killing = false;
    child.stderr.on("data", (text: Buffer) => (errors += text.toString()));
    child.stdout.on("data", (text: Buffer) => {
      output += text.toString();
      if (!kill || killing || output.split("\n").length <= kill.events) return;
      killing = true;
      setTimeout(() => child.kill("SIGKILL"), kill.milliseconds);
    });
    child.on("close", (code, signal) => {
      const checksum = /weights (\w+)/.exec(output)?.[1] ?? null;
      if (code === 0 || signal === "SIGKILL") resolve(checksum);
      else reject(new Error(`The training ended with ${code ?? signal}: ${errors}`));
    });
  });
}

/** What must not depend on interruptions. */
function figures(events: readonly TrainingEvent[]): Partial<EpochEvent>[] {
  return events
    .filter((event): event is TrainingEvent & EpochEvent => event.type === "epoch")
    .map(({ phase, epoch, loss, terms, validation, best }) => ({
      phase,
      epoch,
      loss,
      terms,
      validation,
      best,
    }));
}

describe("a training that is killed", () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), "aen-crash-"));
  after(() => rmSync(folder, { recursive: true, force: true }));

  it(`${mostKills} times at random moments gives the same numbers as no kill at all`, async function () {
    this.timeout(900_000);
    const whole = path.join(folder, "whole");
    const expected = await runProcess(whole, "");
    const killed = path.join(folder, "killed");
    let kills = 0;
    let checksum: string | null = null;
    while (checksum === null) {
      const id = existsSync(killed) ? (readdirSync(killed)[0] ?? "") : "";
      const events = 3 + Math.floor(6 * Math.random());
      const kill = kills < mostKills ? { events, milliseconds: 60 * Math.random() } : undefined;
      checksum = await runProcess(killed, id, kill);
      if (checksum === null) kills += 1;
      const [run] = await readRuns(killed);
      assert.equal(run.state, checksum === null ? "interrupted" : "finished", "told at once, by its process");
      assert.ok(kills <= mostKills);
    }
    assert.equal(kills, mostKills);
    assert.equal(checksum, expected);
    const eventsOf = (records: string) => readEvents(path.join(records, readdirSync(records)[0]));
    assert.deepEqual(figures(eventsOf(killed)), figures(eventsOf(whole)));
    assert.equal(figures(eventsOf(killed)).length, 15);
  });
});
