import assert from "node:assert/strict";
import MarkdownIt from "markdown-it";
import { pageMarkdown } from "../../../../extension/runs/page/pageMarkdown.js";

describe("a page as Markdown", () => {
  it("has its notes, texts, tables and code, and no heading over a view alone", () => {
    const words = { heading: "", name: "", tags: "", tagsHint: "", text: "", saved: "" };
    const markdown = pageMarkdown({
      ...{
        title: "Run",
        subtitle: "r1",
        actions: [],
        notes: { value: { name: "Run", tags: ["a"], text: "why" }, words },
      },
      sections: [
        {
          heading: "Figures",
          parts: [{ part: "table", columns: ["figure", "v|1"], rows: [["UAR", "50 %"]] }],
        },
        { heading: "Matrix", parts: [{ part: "view", source: { draws: "run-curves" } as never }] },
        { heading: "Data", parts: [{ part: "table", columns: [], rows: [["clips", "9"]] }] },
        {
          heading: "Origin",
          parts: [
            { part: "text", text: "Cell 1" },
            { part: "code", text: "a ``` b" },
          ],
        },
      ],
    });
    const html = new MarkdownIt().render(markdown);
    for (const part of [
      "<h1>Run</h1>",
      "<p>why</p>",
      "<th>v|1</th>",
      "<td>50 %</td>",
      "<td>9</td>",
      "a ``` b",
      "<p>Cell 1</p>",
    ])
      assert.ok(html.includes(part), part);
    assert.ok(!html.includes("Matrix"));
  });
});
