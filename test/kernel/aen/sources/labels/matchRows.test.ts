import assert from "node:assert/strict";
import { matchRows, type RowNaming } from "../../../../../kernel/aen/sources/labels/matchRows.js";

describe("rows and the files that they are about", () => {
  const match = (files: string[], paths: string[], naming: Partial<RowNaming> = {}) =>
    matchRows(
      files,
      paths.map((path, at) => ({ path, line: at + 2 })),
      { root: "/nowhere/set", ...naming },
    );

  it("are found by path from the root, with or without the extension", () => {
    const files = ["/nowhere/set/x/1.mp4", "/nowhere/set/y/1.avi", "/nowhere/set/1.mp4"];
    assert.deepEqual(match(files, ["1.mp4", "y/1", "x\\1.mp4"]), [2, 1, 0]);
  });

  it("do not fit by a name's end once any path leads somewhere", () => {
    const files = ["/nowhere/set/x/1.mp4", "/nowhere/set/y/2.mp4"];
    assert.deepEqual(match(files, ["x/1.mp4", "2.mp4"]), [0, -1]);
    assert.deepEqual(match(files, ["x/1.mp4", "2.mp4"], { bareNames: true }), [0, 1], "a record's names");
  });

  it("fit by a path's end where the table lies elsewhere, whole names only", () => {
    const files = ["/data/x/1.mp4", "/data/xx/1.mp4"];
    assert.deepEqual(match(files, ["x/1.mp4"]), [0, -1]);
    assert.throws(() => match(files, ["1.mp4"]), /"1\.mp4" could be \/data\/x\/1\.mp4 or \/data\/xx\/1\.mp4/);
  });

  it("are refused where a name without an extension leaves open which file is meant", () => {
    assert.throws(
      () => match(["/nowhere/set/1.mp4", "/nowhere/set/1.avi"], ["1"], { file: "t.csv" }),
      /^DataError: t\.csv, line 2: "1" could be/,
    );
  });

  it("are compared alike however accents are stored", () => {
    assert.deepEqual(match(["/nowhere/set/u\u0308.mp4"], ["\u00fc.mp4"]), [0]);
  });
});
