import assert from "node:assert/strict";
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { execFileSync } from "node:child_process";
import path from "node:path";
import { makeFolder, writeAtomically } from "../../../kernel/files/writeAtomically.js";
import { withFailure } from "./failingDisk.js";
import { temporaryFolder } from "../../temporaryFolder.js";

describe("writing a file whole", () => {
  const folder = temporaryFolder();

  it("makes the folders on the way and leaves nothing beside the file", () => {
    const file = path.join(folder, "a", "b", "text.txt");
    writeAtomically(file, "grün");
    assert.equal(readFileSync(file, "utf8"), "grün");
    assert.deepEqual(readdirSync(path.dirname(file)), ["text.txt"]);
  });

  it("writes bytes and replaces what was there", () => {
    const file = path.join(folder, "bytes.bin");
    writeFileSync(file, "old and longer");
    writeAtomically(file, Uint8Array.of(0, 255, 7));
    assert.deepEqual([...readFileSync(file)], [0, 255, 7]);
  });

  it("keeps the old file and no temporary one when the new one cannot take its place", () => {
    const place = path.join(folder, "taken");
    mkdirSync(path.join(place, "inside"), { recursive: true });
    assert.throws(() => writeAtomically(place, "text"), /EISDIR|ENOTEMPTY|EEXIST|EPERM/);
    assert.deepEqual(readdirSync(place), ["inside"]);
    assert.deepEqual(
      readdirSync(folder).filter((name) => name.endsWith(".partial")),
      [],
    );
  });

  it("takes the place of no pipe, nor of one that a link leads to", function () {
    if (process.platform === "win32") return this.skip();
    const [pipe, link] = ["pipe", "link to it"].map((name) => path.join(folder, name));
    execFileSync("mkfifo", [pipe]);
    symlinkSync(pipe, link);
    for (const file of [pipe, link])
      assert.throws(() => writeAtomically(file, "text"), /this is a pipe, device or socket/);
    assert.ok(lstatSync(pipe).isFIFO() && lstatSync(link).isSymbolicLink());
  });

  it("says that a file stands where a folder is needed", () => {
    const file = path.join(folder, "file");
    writeFileSync(file, "");
    assert.throws(() => makeFolder(path.join(file, "below")), { code: "ENOTDIR" });
  });

  it("keeps permissions, and a link a link", function () {
    if (process.platform === "win32") this.skip();
    const file = path.join(folder, "private.txt");
    writeFileSync(file, "old", { mode: 0o600 });
    const link = path.join(folder, "link.txt");
    symlinkSync("private.txt", link);
    writeAtomically(link, "new");
    assert.equal(readFileSync(file, "utf8"), "new");
    assert.equal(statSync(file).mode & 0o777, 0o600);
    assert.ok(lstatSync(link).isSymbolicLink());
  });

  const big = Buffer.alloc(40 << 20, "new ");
  for (const [what, isThere, content] of [
    ["over an old file", true, Buffer.from("new")],
    ["over an old file, in several pieces", true, big],
    ["where there was none", false, Buffer.from("new")],
  ] as const)
    it(`leaves the old or the new, ${what}, whichever call fails and wherever it is killed`, () => {
      const place = path.join(folder, "faults", "file.bin");
      const prepare = () => {
        rmSync(path.dirname(place), { recursive: true, force: true });
        if (!isThere) return;
        mkdirSync(path.dirname(place), { recursive: true });
        writeFileSync(place, "old");
      };
      const found = () => (existsSync(place) ? readFileSync(place) : undefined);
      const isNew = () => found()?.equals(content) === true;
      const isOld = () => (isThere ? found()?.toString() === "old" : found() === undefined);
      prepare();
      const { made } = withFailure(null, () => writeAtomically(place, content));
      assert.ok(made >= 8 && isNew());
      for (const code of ["ENOSPC", "EIO", "EROFS", "EACCES", "EMFILE"] as const)
        for (const forGood of [false, true])
          for (let at = 1; at <= made; at++) {
            prepare();
            const { error } = withFailure({ at, code, forGood }, () => writeAtomically(place, content));
            const state = `${code} at call ${at} of ${made}${forGood ? " and later" : ""}`;
            assert.ok(isOld() || isNew(), state);
            assert.ok(
              error === undefined ? isNew() : true,
              `${state}: it says that it was written, and it was not`,
            );
          }
    });
});
