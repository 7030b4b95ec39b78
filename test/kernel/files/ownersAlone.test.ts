import assert from "node:assert/strict";
import { chmodSync, statSync, writeFileSync } from "node:fs";
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

  it("is created so, whatever the mask; what is there keeps its permissions", () => {
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

  it("is a file with a secret, once others' permissions are taken from it", () => {
    const file = path.join(folder, "connection.json");
    writeFileSync(file, "{}");
    chmodSync(file, 0o664);
    assert.equal(keepFromOthers(file), "closed");
    assert.equal(modeOf("connection.json"), 0o600);
    assert.equal(keepFromOthers(file), "own");
  });
});
