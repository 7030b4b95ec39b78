import assert from "node:assert/strict";
import path from "node:path";
import { locate } from "../../../../../kernel/aen/sources/labels/rowPlace.js";

describe("the place that a row names", () => {
  const at = (clip: string, remap?: Record<string, string>) =>
    locate({ path: clip, line: 3 }, { file: "list.txt", root: path.resolve("/data/set"), remap });

  it("lies below the root, unless its path is absolute", () => {
    assert.equal(at("train/1"), path.resolve("/data/set/train/1"));
    assert.equal(at("a/../b"), path.resolve("/data/set/b"));
    assert.equal(at("..a/1"), path.resolve("/data/set/..a/1"), "a name that begins with two dots");
    assert.equal(at("/else/1"), path.normalize("/else/1"));
    assert.equal(at("D:/else/1"), path.normalize("D:/else/1"));
  });

  it("must not lie outside the root", () => {
    for (const out of ["../1", "a/../../1", ".."])
      assert.throws(
        () => at(out),
        /^DataError: list\.txt, line 3: ".*" points outside the data set's folder/,
      );
  });

  it("follows the first prefix that is mapped, whole names only", () => {
    const remap = { "D:\\DFEW\\": "/here", "D:/": "/other" };
    assert.equal(at("D:/DFEW/a/1", remap), path.normalize("/here/a/1"));
    assert.equal(at("D:/DFEW2/1", remap), path.normalize("/other/DFEW2/1"));
    assert.equal(at("train/1", { train: "/fast" }), path.normalize("/fast/1"), "relative paths as well");
    assert.throws(
      () => at("D:/a/1", { "D:\\a": "/here", "D:/a/": "/other" }),
      /DataError: The remap names one prefix twice, as "D:\\a" and "D:\/a\/"/,
    );
    assert.equal(at("trains/1", { train: "/fast" }), path.resolve("/data/set/trains/1"));
  });
});
