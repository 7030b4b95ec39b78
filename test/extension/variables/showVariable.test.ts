import "../standIn/register.js";
import assert from "node:assert/strict";
import type * as standIn from "../standIn/vscode.js";

const { asked } = (await import("vscode")) as unknown as typeof standIn;
const { showVariable } = await import("../../../extension/variables/showVariable.js");

describe("the viewer of a variable", () => {
  it("is a page under the variable's name, with scripts for the table of clips alone", () => {
    asked.panels.length = 0;
    showVariable("n", { kind: "text", text: "3" });
    showVariable("clips", { kind: "clips", count: 0, clips: [], leftOut: [] });
    const panels = asked.panels as unknown as { title: string; options: { enableScripts: boolean } }[];
    assert.deepEqual(
      panels.map(({ title, options }) => [title, options.enableScripts]),
      [
        ["n", false],
        ["clips", true],
      ],
    );
  });
});
