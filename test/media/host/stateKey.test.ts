import assert from "node:assert/strict";
import { stateKey } from "../../../media/host/stateKey.js";

describe("the key of a view's saved state", () => {
  it("is the 32-bit FNV-1a hash of the text, in base 36", () => {
    // test vectors of the authors (draft-eastlake-fnv, appendix C)
    const vectors = { "": 0x811c9dc5, a: 0xe40c292c, foobar: 0xbf9cf968 };
    for (const [text, hash] of Object.entries(vectors)) assert.equal(stateKey(text), hash.toString(36), text);
  });

  it("tells apart the same letters in other parts, and an empty part from none", () => {
    const keys = [["ab", "c"], ["a", "bc"], ["abc"], ["abc", ""], ["", "abc"]].map((parts) =>
      stateKey(...parts),
    );
    assert.equal(new Set(keys).size, keys.length, keys.join(", "));
  });

  it("depends on every character, also beyond the basic plane", () => {
    assert.notEqual(stateKey("😀 study"), stateKey("😁 study"));
    assert.notEqual(stateKey("study Ä"), stateKey("study A"));
  });
});
