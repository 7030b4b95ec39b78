import assert from "node:assert/strict";
import { withTextAlternative } from "../../../../kernel/figures/drawing/textAlternative.js";

describe("the text alternative of an SVG", () => {
  it("is a title and a description that cannot become markup, in an SVG that is one picture", () => {
    assert.equal(
      withTextAlternative('<svg width="3"><g/></svg>', "a < b", "c & $1 > d"),
      '<svg role="img" width="3"><title>a &lt; b</title><desc>c &amp; $1 &gt; d</desc><g/></svg>',
    );
  });
});
