import assert from "node:assert/strict";
import { chmodSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { lockStudy, lockStudyRun, RunInUse } from "../../../../kernel/aen/ablation/studyLock.js";
import { temporaryFolder } from "../../../temporaryFolder.js";

describe("the lock of a study", () => {
  const base = temporaryFolder();

  it("makes the folder, is held once, and leaves nothing", () => {
    const folder = path.join(base, "studies", "abc");
    const free = lockStudy(folder, assert.fail);
    assert.throws(() => lockStudy(folder, assert.fail), {
      name: "RangeError",
      message: new RegExp(
        `^The study "abc" is being carried out by this process \\(${process.pid}\\): await it or stop`,
      ),
    });
    free();
    assert.deepEqual(readdirSync(folder), []);
    lockStudy(folder, assert.fail)();
  });

  it("says which process of which machine holds it, for a run too", () => {
    const folder = path.join(base, "runs", "r");
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, "writer.lock"), JSON.stringify({ pid: 7, host: "node-12", id: "x" }));
    assert.throws(
      () => lockStudyRun(folder, assert.fail),
      (error) => error instanceof RunInUse && /by process 7 of node-12, for a study/.test(error.message),
    );
  });

  it("that cannot be written is told, and the study goes on without", function () {
    if (process.platform === "win32" || process.getuid?.() === 0) this.skip();
    const folder = path.join(base, "locked");
    mkdirSync(folder);
    chmodSync(folder, 0o500);
    const told: string[] = [];
    lockStudy(folder, (message) => told.push(message))();
    assert.match(
      told.join(),
      /^The study's folders cannot be locked \(.*let no other process carry it out\.$/,
    );
    chmodSync(folder, 0o700);
  });

  it("is none where the folder cannot be made, which ends the study with what to do", () => {
    const file = path.join(base, "file");
    writeFileSync(file, "");
    assert.throws(
      () => lockStudy(path.join(file, "studies"), assert.fail),
      /The record of the study .* could not be written: there is a file where a folder is needed/,
    );
  });
});
