import assert from "node:assert/strict";
import type { NotebookOutput } from "../../../kernel/notebook/notebookFile.js";
import { notebookText } from "../../../kernel/notebook/notebookText.js";
import { codeCell, notebookOf } from "./cell.js";

const shown = (...outputs: NotebookOutput[]) =>
  notebookText(notebookOf({ ...codeCell("run"), outputs }))
    .split("\n")
    .slice(2);
const result = (data: Record<string, unknown>): NotebookOutput => ({
  ...{ output_type: "execute_result", data, metadata: {}, execution_count: 4 },
});

describe("a notebook as text", () => {
  it("has what each cell says and the text of what it shows, without data, pictures and counts", () => {
    const view = result({
      "text/plain": ["UAR 50 %\n", "WAR 60 %"],
      "image/svg+xml": "<svg/>",
      "a/b+json": { n: 1 },
    });
    assert.deepEqual(shown(view), ["> UAR 50 %", "> WAR 60 %", ""]);
  });

  it("has printed text without its colours, and errors without their traces", () => {
    const text = "\u001b[31mred\u001b[0m\n\nend\n";
    const error: NotebookOutput = {
      ...{
        output_type: "error",
        ename: "TypeError",
        evalue: "n is not a function",
        traceback: ["at cell 1"],
      },
    };
    assert.deepEqual(shown({ output_type: "stream", name: "stdout", text }, error), [
      ...["> red", ">", "> end"],
      ...["> TypeError: n is not a function", ""],
    ]);
  });

  it("names the forms of an output that has no text", () => {
    assert.deepEqual(shown(result({ "image/png": "AAAA" })), ["> [image/png]", ""]);
  });

  it("is the same for two runs that differ in counts and data alone", () => {
    const one = (n: number) => shown(result({ "text/plain": "a", "x/y+json": { n } }));
    assert.deepEqual(one(1), one(2));
  });
});
