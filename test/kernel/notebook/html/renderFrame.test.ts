import assert from "node:assert/strict";
import { renderFrame } from "../../../../kernel/notebook/html/renderFrame.js";

/** The HTML inside of the frame, after its own head. */
function inside(html: string): string {
  const srcdoc = / srcdoc="([^"]*)"><\/iframe>/.exec(renderFrame(html))![1];
  const entities = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&amp;": "&" } as const;
  const page = srcdoc.replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => entities[entity as "&lt;"]);
  return page.slice(page.indexOf("</style>") + "</style>".length);
}

describe("rich HTML of an output in a page", () => {
  it("stands in a frame that may run nothing", () => {
    assert.match(
      renderFrame("<b>x</b>"),
      /^<iframe class="html" title="HTML output" sandbox="allow-same-origin" srcdoc="/,
    );
    assert.equal(renderFrame(" "), "");
  });

  it("keeps tables, text, styles and drawings as they are", () => {
    const html =
      '<style>b { color: red }</style><!-- x --><table class="a"><tr><td>1 &lt; 2</table><svg><g/><linearGradient/></svg>';
    assert.equal(inside(html), html);
  });

  it("loses its scripts, and says so", () => {
    assert.equal(inside("a<script>x</script >b<SCRIPT src=y>\n</SCRIPT>c"), "abc");
    assert.match(renderFrame("<script>x</script>"), /Scripts of this output are left out/);
    assert.doesNotMatch(renderFrame("<b>x</b>"), /role="note"/);
  });

  it("shows every tag that could start something as text", () => {
    for (const tag of [
      "link",
      "LINK",
      "base",
      "meta",
      "iframe",
      "object",
      "embed",
      "form",
      "template",
      "x-y",
      "bx",
    ])
      assert.equal(inside(`<${tag} a=b></${tag}>`), `&lt;${tag} a=b>&lt;/${tag}>`);
    assert.equal(inside("<scr<script></script>ipt>"), "&lt;script>");
  });

  it("says that what is elsewhere is not shown", () => {
    const fetching = [
      '<img src="//x/a.png">',
      "<b style='background:url(http://x)'>",
      "<style>@import 'a'</style>",
      "<img srcset=a>",
    ];
    for (const html of fetching)
      assert.match(renderFrame(html), /are elsewhere, and a page fetches nothing/, html);
    for (const html of ['<img src="data:image/png;base64,AA==">', "<b style='fill:url(#a)'>", "src = x"])
      assert.doesNotMatch(renderFrame(html), /elsewhere/, html);
  });

  it("takes time in proportion to its length, whatever it repeats", function () {
    this.timeout(5_000);
    for (const part of ["<script", "</script", "<script></script", "<", " src=", "url(", "<img src=  "])
      renderFrame(part.repeat(500_000 / part.length));
    renderFrame(` src=${" ".repeat(500_000)}'`);
  });
});
