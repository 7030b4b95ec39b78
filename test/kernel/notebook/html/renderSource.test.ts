import assert from "node:assert/strict";
import { renderCode, renderMarkdown } from "../../../../kernel/notebook/html/renderSource.js";

describe("code as HTML", () => {
  it("is highlighted, and nothing in it becomes HTML", () => {
    const html = renderCode('const a = "<b>"; // x');
    assert.match(html, /<span class="hljs-keyword">const<\/span>/);
    assert.match(html, /&quot;&lt;b&gt;&quot;|"&lt;b&gt;"/);
    assert.ok(!html.includes("<b>"));
  });

  it("is the same text when the marks are taken away", () => {
    const source = "let x: number = 1;\nif (x > 0 && x < 2) { y(`a${x}`) }\n";
    const entities: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"', "#x27": "'" };
    const text = renderCode(source)
      .replace(/<[^>]+>/g, "")
      .replace(/&(#?\w+);/g, (_, name: string) => entities[name]);
    assert.equal(text, source);
  });

  it("that is no TypeScript at all is shown all the same", () => {
    assert.equal(renderCode(""), "");
    assert.doesNotThrow(() => renderCode("%%bash }{ '"));
  });
});

describe("Markdown as HTML", () => {
  it("has headings, lists and tables, and code in TypeScript highlighted", () => {
    assert.match(renderMarkdown("# Title\n\n- a\n- b"), /<h1>Title<\/h1>\s*<ul>/);
    assert.match(renderMarkdown("| a | b |\n| - | - |\n| 1 | 2 |"), /<table>/);
    assert.match(renderMarkdown("```ts\nconst a = 1;\n```"), /hljs-keyword/);
    assert.doesNotMatch(renderMarkdown("```python\nimport a\n```"), /hljs-/);
  });

  it("shows raw HTML as text, and makes no link that runs code", () => {
    assert.match(renderMarkdown("<script>alert(1)</script>"), /&lt;script&gt;/);
    assert.doesNotMatch(renderMarkdown("[x](javascript:alert(1))"), /href="javascript/i);
  });

  it("has the pictures attached to its cell inside, and says which others are missing", () => {
    const drawing = { "a.svg": { "image/svg+xml": "<svg/>" } };
    assert.ok(
      renderMarkdown("![a](attachment:a.svg)", drawing).includes("data:image/svg+xml;base64,PHN2Zy8+"),
    );
    const attachments = { "face.png": { "image/png": "iVBORw==" } };
    assert.match(
      renderMarkdown("![a](attachment:face.png)", attachments),
      /<img src="data:image\/png;base64,iVBORw==" alt="a">/,
    );
    const missing =
      /<span class="missing" role="note">\[Picture &quot;a&quot; is not in the notebook, .*: (.*)\]<\/span>/;
    const named = (source: string, given?: unknown) => missing.exec(renderMarkdown(source, given))?.[1];
    assert.equal(named("![a](attachment:other.png)", attachments), "attachment:other.png");
    assert.equal(named("![a](https://example.org/x.png)"), "https://example.org/x.png");
    assert.equal(named("![a](attachment:a)", { a: { "text/html": "PGI+" } }), "attachment:a");
    assert.equal(named("![a](attachment:a)", [null]), "attachment:a");
  });
});
