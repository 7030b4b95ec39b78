import assert from "node:assert/strict";
import { missingNote, shortAddress } from "../../../../kernel/notebook/html/missingNote.js";

describe("a sentence on what a page does not show", () => {
  it("is text, whatever it names", () => {
    assert.equal(missingNote("no <b>"), '<p class="missing" role="note">no &lt;b&gt;</p>');
  });

  it("names an address by 80 characters at most", () => {
    assert.equal(shortAddress("x".repeat(80)), "x".repeat(80));
    assert.equal(shortAddress("x".repeat(81)), `${"x".repeat(79)}…`);
  });
});
