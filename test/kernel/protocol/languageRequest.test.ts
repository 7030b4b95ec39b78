import assert from "node:assert/strict";
import { languageQuestion } from "../../../kernel/protocol/languageRequest.js";

describe("a request about the language of a notebook", () => {
  it("is a question with the texts of the cells and what it is about", () => {
    const at = { cell: 0, offset: 1 };
    assert.deepEqual(languageQuestion({ question: "definitions", cells: ["a"], about: [at] }), [
      "definitions",
      [["a"], at],
    ]);
    assert.deepEqual(languageQuestion({ question: "references", cells: [] }), ["references", [[]]]);
  });

  it("is refused when it is no question of ours or names no cells", () => {
    for (const question of ["toString", "__proto__", "compile", 1, undefined])
      assert.throws(() => languageQuestion({ question, cells: [] }), /There is no question/);
    for (const cells of [undefined, "a", [1]])
      assert.throws(() => languageQuestion({ question: "rename", cells }), /must be a list of strings/);
  });
});
