import assert from "node:assert/strict";
import { DataError } from "../../../kernel/files/dataError.js";

describe("an error in the user's data", () => {
  it("begins with its place", () => {
    const messages = [{}, { file: "a.csv" }, { file: "a.csv", line: 3 }].map(
      (place) => new DataError("it is empty.", place).message,
    );
    assert.deepEqual(messages, ["it is empty.", "a.csv: it is empty.", "a.csv, line 3: it is empty."]);
  });

  it("stays the same where further advice is given", () => {
    const cause = new Error("below");
    const advised = new DataError("it is empty.", { file: "a.csv", line: 3, cause }).advising("Fill it.");
    assert.ok(advised instanceof DataError);
    assert.equal(advised.message, "a.csv, line 3: it is empty. Fill it.");
    assert.deepEqual([advised.file, advised.line, advised.cause], ["a.csv", 3, cause]);
  });
});
