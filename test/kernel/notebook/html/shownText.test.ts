import assert from "node:assert/strict";
import { shownText } from "../../../../kernel/notebook/html/shownText.js";

describe("the text of a notebook's field", () => {
  it("is the field itself or its lines", () => {
    assert.equal(shownText("a"), "a");
    assert.equal(shownText(["a\n", "b"]), "a\nb");
    assert.equal(shownText(7), "7");
  });

  it("is empty where there is none, and JSON where it is no text", () => {
    assert.deepEqual([shownText(undefined), shownText(null)], ["", ""]);
    assert.equal(shownText(["a", 1]), '[\n  "a",\n  1\n]');
    assert.equal(shownText({ a: "b" }), '{\n  "a": "b"\n}');
  });
});
