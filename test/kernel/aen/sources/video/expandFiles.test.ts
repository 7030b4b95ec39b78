import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expandFiles } from "../../../../../kernel/aen/sources/video/expandFiles.js";
import { DataError } from "../../../../../kernel/files/dataError.js";
import { temporaryFolder } from "../../../../temporaryFolder.js";

describe("named files and patterns", () => {
  const folder = temporaryFolder();
  const at = (...names: string[]) => path.join(folder, ...names);
  before(() => {
    mkdirSync(at("deep", "deeper.mp4"), { recursive: true });
    for (const name of ["b.mp4", "a.mp4", "[x].mp4", "x.mp4", "deep/c.avi"]) writeFileSync(at(name), "");
  });

  it("become a sorted list with each file once, however it is named", async () => {
    const files = await expandFiles([at("*.mp4"), at("b.mp4"), `${folder}/deep/../b.mp4`, at("**/*.avi")]);
    assert.deepEqual(files, [at("[x].mp4"), at("a.mp4"), at("b.mp4"), at("deep", "c.avi"), at("x.mp4")]);
  });

  it("stay relative if given so; the same file named differently is listed once", async () => {
    const home = process.cwd();
    try {
      process.chdir(folder);
      assert.deepEqual(await expandFiles("deep/*"), ["deep/c.avi"]);
      assert.deepEqual(await expandFiles(["./a.mp4", "a.mp4", "[ab].mp4"]), ["./a.mp4", "b.mp4"]);
    } finally {
      process.chdir(home);
    }
  });

  it("are taken literally if a file has the name of the pattern", async () => {
    assert.deepEqual(await expandFiles(at("[x].mp4")), [at("[x].mp4")]);
  });

  it("may name a missing file, which is reported when it is opened", async () => {
    assert.deepEqual(await expandFiles(at("none.mp4")), [at("none.mp4")]);
  });

  it("are rejected when a pattern matches no file, or nothing is given", async () => {
    await assert.rejects(expandFiles([at("a.mp4"), at("*.wmv")]), (error) => {
      assert.ok(error instanceof DataError && error.message.includes(process.cwd()));
      return /no file matches the pattern ".*\*\.wmv"/.test(error.message);
    });
    await assert.rejects(expandFiles([]), /No files were given/);
  });
});
