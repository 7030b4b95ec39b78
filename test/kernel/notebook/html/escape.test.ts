import assert from "node:assert/strict";
import fc from "fast-check";
import { escapeHtml } from "../../../../kernel/notebook/html/escape.js";

describe("text in HTML", () => {
  it("has no character that begins a tag, an entity or the end of an attribute", () => {
    assert.equal(escapeHtml(`<a href="x">&amp; it's`), "&lt;a href=&quot;x&quot;&gt;&amp;amp; it&#39;s");
  });

  it("can be read back, whatever it was", () => {
    const characters = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&amp;": "&" } as const;
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("<", ">", "&", '"', "'", "a", ";", "lt") }), (text) => {
        const escaped = escapeHtml(text);
        assert.ok(!/[<>"']/.test(escaped));
        const back = escaped.replace(/&(lt|gt|quot|#39|amp);/g, (entity) => characters[entity as "&lt;"]);
        assert.equal(back, text);
      }),
    );
  });
});
