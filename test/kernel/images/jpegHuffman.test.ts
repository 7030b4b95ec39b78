import assert from "node:assert/strict";
import { HuffmanTable } from "../../../kernel/images/jpegHuffman.js";

/** Annex K.3 of ITU-T T.81: tables K.3 (means) and the first lines of K.5 (other coefficients) of luminance. */
const means = new HuffmanTable(
  Uint8Array.of(0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0),
  Uint8Array.from({ length: 12 }, (_, category) => category),
);

function short(table: HuffmanTable, code: string): number {
  return table.short[parseInt(code.padEnd(9, "1"), 2)];
}

describe("a Huffman table of a JPEG", () => {
  it("gives each code of the standard its length and symbol", () => {
    const codes = ["00", "010", "011", "100", "101", "110", "1110", "11110", "111110", "1111110", "11111110"];
    for (const [category, code] of codes.entries())
      assert.equal(short(means, code), code.length * 256 + category, code);
    assert.equal(means.short[0b111111110], 9 * 256 + 11);
  });

  it("has no entry for a code that no symbol has", () => {
    assert.equal(means.short[0b111111111], 0);
    assert.equal(means.long(0xffff), -1);
  });

  it("finds codes of more than 9 bits one length after the other", () => {
    const counts = Uint8Array.of(0, 1, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 1);
    const table = new HuffmanTable(counts, Uint8Array.of(1, 2, 3, 4));
    assert.equal(table.short[0b000000000], 2 * 256 + 1);
    assert.equal(table.long(0b0100000000 << 6), 10 * 256 + 2);
    assert.equal(table.long((0b0100000001 << 6) | 0x3f), 10 * 256 + 3);
    assert.equal(table.long(0b0100000010 << 6), 16 * 256 + 4);
    assert.equal(table.long((0b0100000010 << 6) | 1), -1);
  });
});
