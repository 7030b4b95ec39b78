import assert from "node:assert/strict";
import { renderOutput } from "../../../../kernel/notebook/html/renderOutput.js";
import type { NotebookOutput } from "../../../../kernel/notebook/notebookFile.js";

const shows = (data: Record<string, unknown>) =>
  renderOutput({ output_type: "display_data", data, metadata: {} });

describe("an output as HTML", () => {
  it("of a stream keeps its text as text, its lines joined, its colours as classes", () => {
    const html = renderOutput({
      output_type: "stream",
      name: "stderr",
      text: ["<b>\n", "\u001b[31mred\u001b[0m"],
    });
    assert.equal(html, '<pre class="stream stderr">&lt;b&gt;\n<span class="ansi-red-fg">red</span></pre>');
  });

  it("of an error is its traceback, or its name and message where it has none", () => {
    const error = { output_type: "error", ename: "TypeError", evalue: "x < y", traceback: [] } as const;
    const told = (traceback: string[]) => renderOutput({ ...error, traceback } as NotebookOutput);
    assert.match(told([]), /role="alert">TypeError: x &lt; y</);
    assert.match(told(["first", "second"]), />first\nsecond</);
  });

  it("is the richest still: a drawing before a photograph, a picture before HTML, Markdown, text", () => {
    const data: Record<string, unknown> = {
      "text/plain": "plain",
      "text/markdown": "**bold**",
      "text/html": "<i>html</i>",
      "image/png": "iVBO\nRw==\n",
      "image/svg+xml": ["<svg>", "</svg>"],
    };
    const expected = [
      ["image/svg+xml", `src="data:image/svg+xml;base64,${Buffer.from("<svg></svg>").toString("base64")}"`],
      ["image/png", 'src="data:image/png;base64,iVBORw=="'],
      ["text/html", '&lt;i&gt;html&lt;/i&gt;"></iframe>'],
      ["text/markdown", "<strong>bold</strong>"],
      ["text/plain", "<pre>plain</pre>"],
    ];
    for (const [type, part] of expected) {
      assert.ok(shows(data).includes(part), `${type}: ${shows(data)}`);
      delete data[type];
    }
  });

  it("of a picture has its text as alternative text", () => {
    assert.match(
      shows({ "image/png": "AA==", "text/plain": 'a "face" & more' }),
      /alt="a &quot;face&quot; &amp; more"/,
    );
  });

  it("of a view carries its data, in which no end of a script can stand, and a still beside it", () => {
    const html = shows({
      "application/vnd.aen.timeline.v1+json": { name: "</script><script>alert(1)" },
      "text/plain": "still",
    });
    assert.equal(html.match(/<\/script>/g)?.length, 1);
    const payload = /<script type="application\/vnd\.aen\.timeline\.v1\+json">(.*?)<\/script>/.exec(html)![1];
    assert.deepEqual(JSON.parse(payload), { name: "</script><script>alert(1)" });
    assert.match(html, /<div class="still"><pre>still<\/pre><\/div>/);
  });

  it("of a type that no page knows is its JSON as text", () => {
    assert.match(shows({ "application/x": { a: "<" } }), /<pre>\{\n {2}&quot;application\/x&quot;.*&lt;/s);
  });

  it("of damaged fields is what can be shown of them", () => {
    assert.equal(renderOutput(null), '<div class="rich"><pre>{}</pre></div>');
    const stream = renderOutput({
      output_type: "stream",
      name: 'x" y="' as "stdout",
      text: { a: "<" } as never,
    });
    assert.equal(stream, '<pre class="stream stdout">{\n  &quot;a&quot;: &quot;&lt;&quot;\n}</pre>');
    const error = { output_type: "error", ename: null, evalue: "<", traceback: "no list" } as never;
    assert.equal(renderOutput(error), '<pre class="error" role="alert">: &lt;</pre>');
  });
});
