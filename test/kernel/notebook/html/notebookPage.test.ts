import assert from "node:assert/strict";
import { notebookPage } from "../../../../kernel/notebook/html/notebookPage.js";
import type { NotebookOutput } from "../../../../kernel/notebook/notebookFile.js";
import { codeCell, notebookOf } from "../cell.js";

function pageOf(...outputs: NotebookOutput[]): string {
  const notebook = notebookOf({
    ...codeCell("const a: number = 1 < 2 ? 1 : 0;"),
    outputs,
    execution_count: 3,
  });
  return notebookPage(notebook, { title: "A & B", style: "" });
}

const bundle = (data: Record<string, unknown>): NotebookOutput => ({
  output_type: "display_data",
  data,
  metadata: {},
});

describe("HTML page of a notebook", () => {
  it("loads nothing from the network", () => {
    const page = pageOf(bundle({ "image/png": "AAAA", "text/plain": "a picture" }));
    assert.doesNotMatch(page, /(src|href)="(?!data:)/);
    assert.match(page, /<img alt="a picture" src="data:image\/png;base64,AAAA">/);
  });

  it("escapes the title, code, text and errors", () => {
    const page = pageOf(
      { output_type: "stream", name: "stdout", text: "<b>x</b>" },
      { output_type: "error", ename: "Error", evalue: "<i>", traceback: [] },
    );
    assert.match(page, /<title>A &amp; B<\/title>/);
    assert.match(page, /&lt;b&gt;x&lt;\/b&gt;/);
    assert.match(page, /Error: &lt;i&gt;/);
    assert.doesNotMatch(page, /1 < 2/);
  });

  it("shows the colours that a terminal would show", () => {
    const page = pageOf({ output_type: "stream", name: "stderr", text: "\u001b[31mred\u001b[0m" });
    assert.match(page, /<span class="ansi-red-fg">red<\/span>/);
  });

  it("carries the data of our views for the script of the page, and cannot be broken out of", () => {
    const type = "application/vnd.aen.timeline.v1+json";
    const page = pageOf(
      bundle({ [type]: { name: "</script><script>alert(1)</script>" }, "image/svg+xml": "<svg/>" }),
    );
    assert.match(page, new RegExp(`<script type="${type.replaceAll(".", "\\.").replace("+", "\\+")}">`));
    assert.doesNotMatch(page, /<script>alert/);
    assert.match(page, /data:image\/svg\+xml;base64,/);
  });

  it("shows markdown without running the HTML in it", () => {
    const cell = {
      ...codeCell("# Title\n<script>alert(1)</script>\n\n| a | b |\n|---|---|\n| 1 | 2 |"),
      cell_type: "markdown" as const,
    };
    const page = notebookPage(notebookOf(cell), { title: "t", style: "" });
    assert.match(page, /<h1>Title<\/h1>/);
    assert.match(page, /<table>/);
    assert.doesNotMatch(page, /<script>alert/);
  });

  it("says in its policy which scripts run: its own, by what they say", () => {
    const cell = codeCell("1");
    const page = notebookPage(notebookOf(cell), { title: "t", style: "", scripts: ['a("</SCRIPT>")\r\n'] });
    // printf 'a("<\\/SCRIPT>")\n' | openssl dgst -sha256 -binary | base64
    assert.match(page, /script-src 'sha256-Aw77\+J8cORvtktORPNIPMUgmCBtKKBw\/\/Jn0Ry3247Q='/);
    assert.match(page, /<script type="module">a\("<\\\/SCRIPT>"\)\n<\/script>/);
  });

  it("escapes a count that is none", () => {
    const cell = { ...codeCell("1"), execution_count: '"><b>' as never };
    const page = notebookPage(notebookOf(cell), { title: "t", style: "" });
    assert.match(page, /aria-label="Code of cell &quot;&gt;&lt;b&gt;">\[&quot;&gt;&lt;b&gt;\]/);
  });
});
