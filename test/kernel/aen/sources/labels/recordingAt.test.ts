import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { recordingAt } from "../../../../../kernel/aen/sources/labels/recordingAt.js";
import { temporaryFolder } from "../../../../temporaryFolder.js";

describe("the recording that a row names", () => {
  const root = temporaryFolder();
  const at = (name: string) => recordingAt({ path: name, line: 3 }, { file: "t.csv", root });
  before(() => {
    mkdirSync(path.join(root, "frames"));
    for (const name of ["one.mp4", "two.mp4", "two.avi", "frames.mp4"])
      writeFileSync(path.join(root, name), "");
  });

  it("is a file or folder by its name, or the one file that has it before the extension", () => {
    assert.equal(at("one.mp4"), path.join(root, "one.mp4"));
    assert.equal(at("one"), path.join(root, "one.mp4"));
    assert.equal(at("frames"), path.join(root, "frames"), "what bears the whole name comes first");
    assert.equal(at("none"), path.join(root, "none"));
    assert.equal(at("nowhere/none"), path.join(root, "nowhere/none"));
  });

  it("must not be one of several", () => {
    assert.throws(() => at("two"), /^DataError: t\.csv, line 3: "two" could be two\.avi or two\.mp4/);
  });
});
