import assert from "node:assert/strict";
import fc from "fast-check";
import { codePointOffset, utf16Offset } from "../../../kernel/protocol/cursor.js";

describe("a position in a text", () => {
  it("counts a character outside the basic plane as one for Jupyter and as two here", () => {
    assert.deepEqual(
      [0, 1, 2, 3].map((each) => utf16Offset("a😀b", each)),
      [0, 1, 3, 4],
    );
    assert.deepEqual(
      [0, 1, 3, 4].map((each) => codePointOffset("a😀b", each)),
      [0, 1, 2, 3],
    );
  });

  it("agrees with JavaScript's own iteration by code points", () => {
    const unit = fc.constantFrom("a", "é", "日", "😀", "\u{10ffff}", "\ud83d", "\ude00");
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 20 }), fc.nat(20), (text, count) => {
        const before = [...text].slice(0, count).join("");
        assert.equal(utf16Offset(text, count), before.length);
        assert.equal(codePointOffset(text, before.length), [...before].length);
      }),
    );
  });

  it("beyond the end is the end, and within a character is behind it", () => {
    assert.equal(utf16Offset("a😀", Infinity), 3);
    assert.equal(codePointOffset("a😀", 9), 2);
    assert.equal(codePointOffset("😀b", 1), 1);
  });

  it("counts halves of characters that stand alone", () => {
    assert.equal(utf16Offset("\ud83d\ud83d\ude00", 2), 3);
    assert.equal(codePointOffset("\ude00a", 2), 2);
  });
});
