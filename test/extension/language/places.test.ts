import "../standIn/register.js";
import assert from "node:assert/strict";
import { line } from "./cell.js";

const { rangeOf, uriOf } = await import("../../../extension/language/places.js");

describe("a place that the session names", () => {
  const documents = [{ uri: "cell:0" }, { uri: "cell:1" }] as never;

  it("is in the document of the cell, or in a file", () => {
    assert.equal(uriOf({ ...line(1), cell: 1 }, documents) as unknown, "cell:1");
    assert.equal(uriOf({ ...line(1), file: "/a/b.ts" }, documents).fsPath, "/a/b.ts");
  });

  it("has the lines and columns of the session", () => {
    assert.deepEqual({ ...rangeOf(line(3)) }, line(3));
  });
});
