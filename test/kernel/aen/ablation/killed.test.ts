import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { Random } from "../../../../kernel/random/random.js";

const script = fileURLToPath(new URL("./killedStudy.ts", import.meta.url));
/** More with `AEN_KILLS=10 npx mocha test/kernel/aen/ablation/killed.test.ts`. */
const kills = Number(process.env.AEN_KILLS ?? 5);
/** A little more than two runs side by side take: some kills leave finished runs behind, some only halves. */
const mostSteps = 70;

interface Finished {
  readonly table: unknown;
  readonly steps: number;
}

/** @returns what the study printed, null when it was killed after that many steps of its recording */
function runStudy(folder: string, killAfter?: number): Finished | null {
  const { stdout, stderr, signal } = spawnSync(
    process.execPath,
    ["--import", "tsx", script, folder, ...(killAfter ? [String(killAfter)] : [])],
    { encoding: "utf8" },
  );
  if (signal === "SIGKILL") return null;
  const printed = stdout.split("\n").find((line) => line.startsWith("{"));
  assert.ok(printed, stderr);
  return JSON.parse(printed) as Finished;
}

describe("a study that is killed", () => {
  it(`has the same table after ${kills} kills at random steps of its recording as without any`, async function () {
    this.timeout(600_000);
    const whole = await mkdtemp(path.join(os.tmpdir(), "aen-whole-"));
    const killed = await mkdtemp(path.join(os.tmpdir(), "aen-killed-"));
    try {
      const expected = runStudy(whole)!;
      const random = new Random(21, "kills");
      for (let kill = 1; kill <= kills; kill++) {
        const ended = runStudy(killed, 1 + random.integer(mostSteps));
        assert.equal(ended, null, `kill ${kill} found the study done`);
      }
      const resumed = runStudy(killed)!;
      assert.deepEqual(resumed.table, expected.table);
      assert.ok(resumed.steps < expected.steps, "the runs before the kills were not used again");
    } finally {
      await Promise.all([whole, killed].map((folder) => rm(folder, { recursive: true, force: true })));
    }
  });
});
