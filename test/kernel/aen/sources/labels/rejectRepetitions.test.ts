import assert from "node:assert/strict";
import { rejectRepetitions } from "../../../../../kernel/aen/sources/labels/rejectRepetitions.js";

describe("rows about one file", () => {
  const rows = [
    { path: "a", line: 2 },
    { path: "b", line: 3 },
    { path: "./a", line: 4 },
  ];

  it("are refused by the file that they name, with both lines", () => {
    assert.throws(
      () => rejectRepetitions(rows, ["/d/a", "/d/b", "/d/a"], "t.csv"),
      /t\.csv, line 4: "\.\/a" is already in line 2\. Remove one of the lines\./,
    );
    assert.doesNotThrow(() => rejectRepetitions(rows, ["/d/a", "/d/b", "/e/a"], "t.csv"));
  });
});
