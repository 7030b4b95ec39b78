import assert from "node:assert/strict";
import { requireDistinctColumns } from "../../../../../kernel/aen/sources/labels/requireDistinctColumns.js";

describe("the columns of a table", () => {
  it("are refused where one occurs twice, with both places", () => {
    assert.throws(() => requireDistinctColumns(["path", "label", "Label "], "t.csv"), {
      name: "DataError",
      message: 't.csv, line 1: columns 2 and 3 are both named "Label ". Rename or remove one.',
    });
  });

  it("may repeat where nothing is read from them, or without a name", () => {
    requireDistinctColumns(["path", "note", "note", "", ""], "t.csv", ["PATH"]);
    requireDistinctColumns(["path", "", ""], "t.csv");
    assert.throws(
      () => requireDistinctColumns(["note", "path", "Path"], "t.csv", ["PATH"]),
      /columns 2 and 3/,
    );
  });
});
