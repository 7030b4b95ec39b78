import assert from "node:assert/strict";
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { FolderInUse, lockFolder, writerOf } from "../../../kernel/files/writerLock.js";
import { temporaryFolder } from "../../temporaryFolder.js";
import { withFailure } from "./failingDisk.js";

const script = fileURLToPath(new URL("lockingProcess.ts", import.meta.url));

describe("the lock of a folder's writer", function () {
  this.timeout(120_000);
  const base = temporaryFolder();
  const children: ChildProcess[] = [];
  after(() => children.forEach((child) => child.kill("SIGKILL")));
  const folderOf = (name: string) => {
    const folder = path.join(base, name);
    mkdirSync(folder);
    return folder;
  };
  const written = (folder: string, content: string, ageMs = 0) => {
    const file = path.join(folder, "writer.lock");
    writeFileSync(file, content);
    const then = new Date(Date.now() - ageMs);
    utimesSync(file, then, then);
  };
  /** A process that has tried to lock a folder, and what it says. */
  async function locking(folder: string) {
    const child = spawn(process.execPath, ["--import", "tsx", script, folder], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    children.push(child);
    const [said] = (await once(child.stdout, "data")) as [Buffer];
    return { child, said: String(said).trim() };
  }

  it("is held once, says by whom, and leaves nothing when it is given free", () => {
    const folder = folderOf("once");
    const free = lockFolder(folder);
    assert.throws(
      () => lockFolder(folder),
      (error: FolderInUse) => error.writer.pid === process.pid && error.writer.host === hostname(),
    );
    assert.equal(writerOf(folder)?.pid, process.pid);
    free();
    assert.equal(writerOf(folder), null);
    assert.deepEqual(readdirSync(folder), []);
    lockFolder(folder)();
  });

  it("goes to one of eight processes that begin at once", async () => {
    const folder = folderOf("race");
    // A lock that a crash has left makes all of them take it away.
    written(
      folder,
      JSON.stringify({ pid: spawnSync(process.execPath, ["-e", ""]).pid, host: hostname(), id: "x" }),
    );
    const all = await Promise.all(Array.from({ length: 8 }, () => locking(folder)));
    const holder = all.filter(({ said }) => said === "locked");
    assert.equal(holder.length, 1, all.map(({ said }) => said).join("; "));
    assert.equal(all.filter(({ said }) => said === `in use by ${holder[0].child.pid}`).length, 7);
    assert.deepEqual(readdirSync(folder), ["writer.lock"]);
  });

  it("is free at once when its process is killed", async () => {
    const folder = folderOf("killed");
    const { child, said } = await locking(folder);
    assert.equal(said, "locked");
    assert.throws(() => lockFolder(folder), FolderInUse);
    const gone = once(child, "exit");
    child.kill("SIGKILL");
    await gone;
    lockFolder(folder)();
  });

  const elsewhere = JSON.stringify({ pid: 1, host: "another-machine", id: "x" });
  for (const [what, content, age, isHeld] of [
    ["of another machine that was touched just now", elsewhere, 0, true],
    ["of another machine that was not touched for long", elsewhere, 600_000, false],
    ["that is torn", '{"pid": 1, "ho', 0, false],
    ["that is empty", "", 0, false],
    ["that is something else", "[null]", 0, false],
    ["whose number is none", JSON.stringify({ pid: "1", host: hostname(), id: "x" }), 0, false],
  ] as const)
    it(`${isHeld ? "holds" : "does not hold"} as a file ${what}`, () => {
      const folder = folderOf(what);
      written(folder, content, age);
      if (isHeld) assert.throws(() => lockFolder(folder), /written by process 1 of another-machine/);
      else lockFolder(folder)();
    });

  it("does not hold a copy of the folder", () => {
    const folder = folderOf("original");
    const free = lockFolder(folder);
    const copy = path.join(base, "copy");
    cpSync(folder, copy, { recursive: true });
    lockFolder(copy)();
    assert.throws(() => lockFolder(folder), FolderInUse);
    free();
  });

  it("fails with the system's reason where no file can be made", () => {
    assert.throws(() => lockFolder(path.join(base, "missing")), { code: "ENOENT" });
  });

  it("is given free without an error where the disk has failed meanwhile", () => {
    const folder = folderOf("failed");
    const free = lockFolder(folder);
    assert.equal(withFailure({ at: 1, code: "EROFS", forGood: true }, free).error, undefined);
    assert.ok(existsSync(path.join(folder, "writer.lock")));
    lockFolder(folder)();
    assert.deepEqual(readdirSync(folder), []);
  });
});
