import assert from "node:assert/strict";
import { HuffmanTable } from "../../../kernel/images/jpegHuffman.js";
import { followScan } from "../../../kernel/images/jpegScan.js";

/** Means: "0" for no difference, "10" for one of 2 bits. Others: "0" for the end, "10" for 1 bit after one zero. */
const table = (...symbols: number[]) =>
  new HuffmanTable(Uint8Array.of(1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), Uint8Array.from(symbols));
const grey = { blocks: 1, dc: table(0, 2), ac: table(0, 0x11) };
const wide = { ...grey, dc: table(0, 11) };
const scan = (units: number, interval = 0) => ({ components: [grey], units, interval });
const end = [0xff, 0xd9];

describe("the scan of a JPEG", () => {
  it("ends at the marker behind its last unit, whose byte is filled up", () => {
    assert.equal(followScan(Uint8Array.of(0b00111111, ...end), 0, scan(1)), 1);
    assert.equal(followScan(Uint8Array.of(0b10011011, 0b01011111, ...end), 0, scan(1)), 2);
  });

  it("holds a byte of ones with a zero behind it", () => {
    const bytes = Uint8Array.of(0b00001011, 0xff, 0x00, 0b10111111, ...end); // two units of zeros, and 11 ones
    assert.equal(followScan(bytes, 0, { ...scan(3), components: [wide] }), 4);
  });

  it("is too short or too long for its units", () => {
    const two = Uint8Array.of(0b00001111, ...end);
    assert.equal(followScan(two, 0, scan(2)), 1);
    assert.equal(followScan(Uint8Array.of(0, ...end), 0, scan(5)), "its data end before the picture does");
    assert.equal(
      followScan(Uint8Array.of(0b00111111, 0xab, ...end), 0, scan(1)),
      "it holds more data than its size needs",
    );
  });

  it("starts anew at each restart marker, counted from 0 to 7", () => {
    const unit = [0b00111111];
    const markers = Array.from({ length: 9 }, (_, n) => [...unit, 0xff, 0xd0 + (n % 8)]).flat();
    const bytes = Uint8Array.of(...markers, ...unit, ...end);
    assert.equal(followScan(bytes, 0, scan(10, 1)), bytes.length - 2);
    assert.equal(followScan(bytes.with(5, 0xd4), 0, scan(10, 1)), "a restart marker is missing");
  });

  it("has no coefficient behind the 64th", () => {
    const coefficients = `0${"101".repeat(40)}`.padEnd(128, "1");
    const many = Uint8Array.from(coefficients.match(/.{8}/g)!, (bits) => parseInt(bits, 2));
    assert.equal(followScan(many, 0, scan(1)), "it has a code that no encoder writes");
  });
});
