import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { exportHtml } from "../../../../kernel/notebook/html/exportHtml.js";
import type { NotebookCell } from "../../../../kernel/notebook/notebookFile.js";
import { temporaryFolder } from "../../../temporaryFolder.js";
import { codeCell, notebookOf } from "../cell.js";

const text = (source: string | string[]): NotebookCell => ({
  ...{ id: "a", cell_type: "markdown", source, metadata: {} },
});

describe("a notebook as an HTML file", () => {
  const file = path.join(temporaryFolder(), "pages", "my study.html");

  async function title(...cells: NotebookCell[]): Promise<string> {
    await exportHtml(notebookOf(...cells), file);
    return /<title>(.*)<\/title>/.exec(readFileSync(file, "utf8"))![1];
  }

  it("has its first heading as its title, else the file's name", async () => {
    assert.equal(await title(text("Some words\n\n# What & why\n"), text("# Later")), "What &amp; why");
    assert.equal(await title(text(["intro\n", "# In lines\n"])), "In lines");
    assert.equal(await title(text("## A smaller one"), codeCell("# no heading")), "my study");
  });

  it("needs nothing from outside: no address is loaded", async () => {
    await exportHtml(notebookOf(text("![](attachment:none)"), codeCell("1 + 1")), file);
    const page = readFileSync(file, "utf8");
    assert.match(page, /<style>\n[^<]*\{/);
    assert.doesNotMatch(page, /(src|href)="https?:|url\(\s*['"]?https?:|@import/);
  });
});
