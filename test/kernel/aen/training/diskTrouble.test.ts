import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import * as aen from "../../../../kernel/aen/index.js";
import { readNewestCheckpoint } from "../../../../kernel/aen/training/record/checkpoint.js";
import { temporaryFolder } from "../../../temporaryFolder.js";
import { patternClips, smallestModel } from "./patternClips.js";
import { skipBecause } from "../../../skipBecause.js";

/** The trainings here are of a few seconds; what is tested is what becomes of their records. */
describe("the record of a training", () => {
  const folder = temporaryFolder();
  const clips = patternClips(2);
  const mounted: string[] = [];
  afterEach(() => {
    for (const place of mounted.splice(0)) execFileSync("umount", ["-l", place]);
  });

  const start = (record: string, epochs = 4) => {
    const settings = { device: "cpu", batch: 7, pretraining: false } as const;
    return aen.train(aen.model(smallestModel), clips, { ...settings, record, epochs });
  };

  /** A disk of its own, of two megabytes; null where this process may not mount one. */
  function smallDisk(name: string): string | null {
    const place = path.join(folder, name);
    mkdirSync(place);
    try {
      execFileSync("mount", ["-t", "tmpfs", "-o", "size=2m", "tmpfs", place], { stdio: "pipe" });
    } catch {
      return null;
    }
    mounted.push(place);
    return place;
  }

  /** Does something once, right after the first checkpoint of an epoch. */
  function afterFirstEpoch({ run }: aen.RunInProgress, act: () => void): void {
    let done = false;
    run.onEvent((event) => {
      if (done || event.type !== "checkpoint" || event.epoch < 1) return;
      done = true;
      act();
    });
  }

  const warnings = ({ events }: aen.Run) =>
    events.flatMap((event) => (event.type === "warning" ? [event.message] : []));
  const lastCheckpoint = ({ events }: aen.Run) =>
    events.flatMap((event) => (event.type === "checkpoint" ? [event.file] : [])).at(-1);

  it("on a disk that runs full tells so, trains on, and resumes from the checkpoint before", async function () {
    const disk = smallDisk("full");
    if (disk === null)
      return skipBecause(this, "no disk can be mounted here (root in a container without mount)");
    const filler = path.join(disk, "filler");
    const training = start(disk);
    afterFirstEpoch(training, () => fill(filler));
    const run = await training;
    assert.equal(run.state, "finished");
    const told = warnings(run);
    assert.ok(
      told.some((text) =>
        /^A checkpoint could not be written: the disk is full: free some space\..*continues/.test(text),
      ),
      told.join("\n"),
    );
    const checkpoints = path.join(run.folder!, "checkpoints");
    const newest = readNewestCheckpoint(checkpoints, assert.fail);
    assert.equal(newest?.file, lastCheckpoint(run));
    assert.ok(readdirSync(checkpoints).every((name) => !name.endsWith(".partial")));
    rmSync(filler);
    const resumed = await aen.resume(run.folder!, clips);
    assert.equal(resumed.state, "finished");
    assert.deepEqual(resumed.model.weights(), run.model.weights());
  });

  it("in a folder that turns read-only tells what to do, and the checkpoint before still loads", async function () {
    const disk = smallDisk("readOnly");
    if (disk === null)
      return skipBecause(this, "no disk can be mounted here (root in a container without mount)");
    const remount = (how: string) => execFileSync("mount", ["-o", `remount,${how}`, disk], { stdio: "pipe" });
    remount("ro");
    assert.throws(() => start(disk), /read-only: name another with \{ record: folder \} or keep no record/);
    remount("rw");
    const training = start(disk);
    // The file of events is open for writing, which keeps a real disk from turning read-only; a bind mount does.
    afterFirstEpoch(training, () => {
      const checkpoints = path.join(training.run.folder!, "checkpoints");
      execFileSync("mount", ["--bind", checkpoints, checkpoints]);
      mounted.unshift(checkpoints);
      execFileSync("mount", ["-o", "remount,bind,ro", checkpoints]);
    });
    const run = await training;
    assert.equal(run.state, "finished");
    assert.match(
      warnings(run)[0],
      /^A checkpoint could not be written: the folder is read-only: name another/,
    );
    const newest = readNewestCheckpoint(path.join(run.folder!, "checkpoints"), assert.fail);
    assert.equal(newest?.state.epoch, 1);
  });

  it("with a file where its folder should be fails at once and says so", () => {
    const file = path.join(folder, "a file");
    writeFileSync(file, "");
    assert.throws(
      () => start(file),
      /could not be written: there is a file where a folder is needed: name another/,
    );
    assert.throws(() => start(path.join(file, "below")), /there is a file where a folder is needed/);
  });

  it("with a truncated checkpoint names it, and resumes from the previous one to the same weights", async () => {
    const whole = await start(path.join(folder, "torn"));
    const checkpoints = path.join(whole.folder!, "checkpoints");
    const [before, newest] = readdirSync(checkpoints)
      .filter((name) => name.startsWith("1-"))
      .sort()
      .slice(-2);
    const torn = path.join(checkpoints, newest);
    truncateSync(torn, statSync(torn).size >> 1);
    const resumed = await aen.resume(whole.folder!, clips);
    const begun = resumed.events.findLast((event) => event.type === "start");
    assert.equal(begun?.type === "start" && path.basename(begun.resumedFrom!), before);
    assert.ok(
      warnings(resumed).some((text) => text.includes(newest) && /the previous one is used/.test(text)),
    );
    assert.deepEqual(resumed.model.weights(), whole.model.weights());
  });
});

/** Writes until the disk is full. */
function fill(file: string): void {
  for (const size of [1 << 16, 1 << 12, 1]) {
    try {
      for (;;) appendFileSync(file, Buffer.alloc(size));
    } catch (error) {
      assert.equal((error as NodeJS.ErrnoException).code, "ENOSPC");
    }
  }
}
