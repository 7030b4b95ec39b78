import "../standIn/register.js";
import assert from "node:assert/strict";

const { comparisonPage } = await import("../../../extension/runs/comparisonPage.js");

const comparison = {
  title: "a and b",
  runs: ["a", "b"] as const,
  figures: [["UAR", "50.0 %", "62.5 %"]] as const,
  change: "b has +12.5 points UAR.",
  settings: [["seed", "1", "2"]] as const,
};

describe("the page of a comparison", () => {
  it("has a table of figures and one of settings, with headings for readers of the screen", () => {
    const page = comparisonPage(comparison);
    assert.equal(page.match(/<table>/g)?.length, 2);
    assert.match(
      page,
      /<tr><th scope="col">figure<\/th><th scope="col">a<\/th><th scope="col">b<\/th><\/tr>/,
    );
    assert.match(page, /<tr><th scope="row">UAR<\/th><td>50\.0 %<\/td><td>62\.5 %<\/td><\/tr>/);
    assert.match(page, /<p>b has \+12\.5 points UAR\.<\/p>/);
    assert.match(page, /<html lang="en">/);
  });

  it("says so where no setting differs, and leaves out an unknown change", () => {
    const page = comparisonPage({ ...comparison, settings: [], change: null });
    assert.equal(page.match(/<table>/g)?.length, 1);
    assert.match(page, /<p>None\.<\/p>/);
    assert.equal(page.match(/<p>/g)?.length, 1);
  });

  it("shows names as text, and may run no script", () => {
    const hostile = '<img src=x onerror="alert(1)">&\'';
    const page = comparisonPage({
      ...comparison,
      title: hostile,
      runs: [hostile, "b"],
      settings: [[hostile, hostile, ""]],
      change: hostile,
    });
    assert.ok(!page.includes("<img"));
    assert.match(page, /default-src 'none'/);
    assert.ok(!page.includes("<script"));
  });
});
