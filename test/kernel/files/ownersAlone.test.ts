import assert from "node:assert/strict";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { keepFromOthers, modeOfNew } from "../../../kernel/files/ownersAlone.js";
import { makeFolder, writeAtomically } from "../../../kernel/files/writeAtomically.js";
import { temporaryFolder } from "../../temporaryFolder.js";

describe("what is the user's alone", () => {
  const folder = temporaryFolder();
  const modeOf = (...names: string[]) => statSync(path.join(folder, ...names)).mode & 0o777;
  before(function () {
    if (process.platform === "win32") this.skip();
  });

  it("is .aen and all below it, and nothing else", () => {
    for (const own of [".aen", ".aen/runs", "/a/.aen/runs/r"])
      assert.deepEqual([modeOfNew(own, "folder"), modeOfNew(own, "file")], [0o700, 0o600], own);
    for (const other of ["aen", "/a/.aenx/runs", "runs"])
      assert.deepEqual([modeOfNew(other, "folder"), modeOfNew(other, "file")], [0o777, 0o666], other);
  });

  it("is created so, whatever the mask; a file that is there keeps its permissions", () => {
    const mask = process.umask(0);
    try {
      writeAtomically(path.join(folder, "study", ".aen", "runs", "r", "run.json"), "{}");
      makeFolder(path.join(folder, "study", "out"));
    } finally {
      process.umask(mask);
    }
    assert.deepEqual([modeOf("study"), modeOf("study", "out")], [0o777, 0o777]);
    for (const names of [[".aen"], [".aen", "runs"], [".aen", "runs", "r"]])
      assert.equal(modeOf("study", ...names), 0o700, names.join("/"));
    const file = ["study", ".aen", "runs", "r", "run.json"];
    assert.equal(modeOf(...file), 0o600);
    chmodSync(path.join(folder, ...file), 0o640);
    writeAtomically(path.join(folder, ...file), "[]");
    assert.equal(modeOf(...file), 0o640);
  });

  it("stays out of Git from its first file on, and a .gitignore of the user's stays as it is", () => {
    const ignored = (name: string) => path.join(folder, name, ".aen", ".gitignore");
    makeFolder(path.join(folder, "fresh", ".aen", "runs"));
    assert.equal(readFileSync(ignored("fresh"), "utf8"), "*\n");
    mkdirSync(path.join(folder, "kept", ".aen"), { recursive: true });
    makeFolder(path.join(folder, "kept", ".aen", "runs"));
    assert.equal(existsSync(ignored("kept")), false, "a folder that was there is the user's");
    makeFolder(path.join(folder, "fresh", "other"));
    assert.equal(existsSync(path.join(folder, "fresh", "other", ".gitignore")), false);
  });

  it("is a .aen that was open to others, once something is written below it; a link's folder stays as it is", () => {
    for (const [name, own] of [
      ["old", "old"],
      ["linked", "shared"],
    ]) {
      mkdirSync(path.join(folder, name));
      mkdirSync(path.join(folder, own, own === "old" ? ".aen" : ""), { recursive: true });
    }
    symlinkSync(path.join(folder, "shared"), path.join(folder, "linked", ".aen"));
    for (const open of [path.join("old", ".aen"), "shared"]) chmodSync(path.join(folder, open), 0o777);
    makeFolder(path.join(folder, "old", ".aen", "runs"));
    makeFolder(path.join(folder, "linked", ".aen", "runs"));
    assert.deepEqual([modeOf("old", ".aen"), modeOf("shared")], [0o700, 0o777]);
  });

  it("is a file with a secret, once others' permissions are taken from it", () => {
    const file = path.join(folder, "connection.json");
    writeFileSync(file, "{}");
    chmodSync(file, 0o664);
    assert.equal(keepFromOthers(file), "closed");
    assert.equal(modeOf("connection.json"), 0o600);
    assert.equal(keepFromOthers(file), "own");
  });
});
