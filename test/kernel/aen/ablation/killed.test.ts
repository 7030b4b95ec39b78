import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { Random } from "../../../../kernel/aen/data/random.js";

const script = new URL("./killedStudy.ts", import.meta.url).pathname;

/** Runs the study; kills it when a moment has come. @returns what it printed, null when it was killed before */
async function runStudy(folder: string, isMoment?: () => Promise<boolean>): Promise<string | null> {
  const child = spawn(process.execPath, ["--import", "tsx", script, folder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let text = "";
  child.stdout.on("data", (part: Buffer) => (text += part.toString()));
  const ended = new Promise<NodeJS.Signals | null>((resolve) =>
    child.on("exit", (_, signal) => resolve(signal)),
  );
  const poll = setInterval(async () => {
    if (await isMoment?.()) child.kill("SIGKILL");
  }, 20);
  const signal = await ended;
  clearInterval(poll);
  return signal === "SIGKILL" ? null : text.split("\n").find((line) => line.startsWith("{"))!;
}

async function recordedFiles(folder: string): Promise<number> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  return names.filter((name) => name.endsWith("json") || name.endsWith("jsonl")).length;
}

describe("a study that is killed", () => {
  it("gives, after 10 kills at random moments, the table of one that was not", async function () {
    this.timeout(600_000);
    const whole = await mkdtemp(path.join(os.tmpdir(), "aen-whole-"));
    const killed = await mkdtemp(path.join(os.tmpdir(), "aen-killed-"));
    try {
      const expected = await runStudy(whole);
      const random = new Random(21, "kills");
      let kills = 0;
      let table: string | null = null;
      while (kills < 10) {
        const began = await recordedFiles(killed);
        const files = began + 1 + random.integer(3);
        const delay = random.integer(60);
        table = await runStudy(killed, async () => {
          if ((await recordedFiles(killed)) < files) return false;
          await new Promise((resolve) => setTimeout(resolve, delay));
          return true;
        });
        if (table !== null) break;
        kills += 1;
      }
      console.log(`      killed ${kills} times`);
      assert.ok(kills >= 5, `only ${kills} kills before it was done`);
      table ??= await runStudy(killed);
      assert.deepEqual(JSON.parse(table!), JSON.parse(expected!));
    } finally {
      await Promise.all([whole, killed].map((folder) => rm(folder, { recursive: true, force: true })));
    }
  });
});
