import assert from "node:assert/strict";
import { viewMimeTypes } from "../../../../kernel/contracts/viewMimeTypes.js";
import { checkHtml, exerciseCheckBundle } from "../../../../kernel/figures/bundles/exerciseCheck.js";
import { partlyRight } from "../../../media/examples/exercise-check.js";

describe("the forms of a check", () => {
  it("have the points alone as plain text, where nbgrader reads them", async () => {
    const bundle = await exerciseCheckBundle({ ...partlyRight, points: 1.5 });
    assert.equal(bundle["text/plain"], "1.5");
    assert.deepEqual(Object.keys(bundle)[0], viewMimeTypes["exercise-check"]);
    assert.match(String(bundle["image/svg+xml"]), /Partly right, 1\.5 of 4 points/);
  });

  it("say as HTML what the view says, the hint folded away", () => {
    const html = checkHtml(partlyRight);
    assert.match(html, /<strong>◐ Partly right, 2 of 4 points<\/strong>/);
    assert.match(html, /<details><summary>Hint<\/summary><p>No gradient reaches/);
  });

  it("escape what a lesson says", () => {
    const html = checkHtml({ ...partlyRight, name: "<img src=x>", hint: 'a "b" & c' });
    assert.ok(!html.includes("<img"));
    assert.match(html, /a &#34;b&#34; &#38; c/);
  });
});
