import "../standIn/register.js";
import assert from "node:assert/strict";

const { documentation } = await import("../../../extension/language/documentation.js");

describe("documentation of a name", () => {
  it("is Markdown whose HTML and links to commands do nothing", () => {
    const { value, supportHtml, isTrusted } = documentation("**bold** [x](command:delete)");
    assert.deepEqual([value, supportHtml, isTrusted], ["**bold** [x](command:delete)", false, false]);
  });
});
