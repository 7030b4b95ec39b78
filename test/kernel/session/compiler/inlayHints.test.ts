import assert from "node:assert/strict";
import type { InlayPreferences } from "../../../../kernel/contracts/languageQuestions.js";
import { notebook } from "./askedNotebook.js";

describe("hints between the words of a cell", () => {
  const cells = [
    "function area(width: number, height: number) { return width * height; }",
    "const a = area(2, 3);",
  ];
  const shown = (preferences: InlayPreferences) =>
    notebook
      .ask("inlayHints", cells, { cell: 1, offset: 0 }, cells[1].length, preferences)
      .map(({ text, at }) => `${at.line}:${at.character} ${text}`);

  it("are the names of parameters of a function of another cell, and types", () => {
    assert.deepEqual(shown({ includeInlayParameterNameHints: "all" }), ["0:15 width:", "0:18 height:"]);
    assert.deepEqual(shown({ includeInlayVariableTypeHints: true }), ["0:7 : number"]);
  });

  it("are none unless they are wanted", () => {
    assert.deepEqual(shown({}), []);
  });
});
