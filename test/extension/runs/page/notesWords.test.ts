import "../../standIn/register.js";
import assert from "node:assert/strict";

const { notesForm } = await import("../../../../extension/runs/page/notesWords.js");

describe("the form for notes", () => {
  it("has what was written, and a word for each of its fields", () => {
    const value = { name: "n", tags: ["t"], text: "x" };
    const { words, ...form } = notesForm(value);
    assert.deepEqual(form, { value });
    assert.equal(new Set(Object.values(words)).size, Object.keys(words).length);
  });
});
