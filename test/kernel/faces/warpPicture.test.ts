import assert from "node:assert/strict";
import fc from "fast-check";
import { warpPicture, type Affine } from "../../../kernel/faces/warpPicture.js";
import { Random } from "../../../kernel/random/random.js";
import { inPillow, largestDifference, pillowMissing } from "../images/pillow.js";
import { skipBecause } from "../../skipBecause.js";

const random = new Random("sample");
const noise = (width: number, height: number) => ({
  width,
  height,
  data: Uint8Array.from({ length: width * height * 3 }, () => random.integer(256)),
});
const identity: Affine = { a: 1, b: 0, c: 0, d: 0, e: 1, f: 0 };

describe("a sample of a picture", () => {
  it("under the identity is the picture itself", () => {
    const picture = noise(9, 7);
    assert.deepEqual(warpPicture(picture, identity, 9, 7), picture.data);
  });

  it("shifted by whole pixels is a crop, black beyond the edge or its outermost pixels repeated", () => {
    const picture = { width: 2, height: 1, data: Uint8Array.of(10, 20, 30, 40, 50, 60) };
    const shifted = { ...identity, c: -1 };
    assert.deepEqual([...warpPicture(picture, shifted, 4, 1)], [0, 0, 0, 10, 20, 30, 40, 50, 60, 0, 0, 0]);
    assert.deepEqual(
      [...warpPicture(picture, shifted, 4, 1, "replicate")],
      [10, 20, 30, 10, 20, 30, 40, 50, 60, 40, 50, 60],
    );
  });

  it("turned by a right angle has the very pixels, in their new places", () => {
    const picture = noise(5, 5);
    const turned = warpPicture(picture, { a: 0, b: 1, c: 0, d: -1, e: 0, f: 5 }, 5, 5);
    for (let y = 0; y < 5; y++) {
      for (let x = 0; x < 5; x++) {
        const from = ((4 - x) * 5 + y) * 3;
        assert.deepEqual(
          turned.slice((y * 5 + x) * 3, (y * 5 + x) * 3 + 3),
          picture.data.slice(from, from + 3),
        );
      }
    }
  });

  it("enlarged and turned equals Pillow's bilinear affine map", function () {
    const missing = pillowMissing();
    if (missing) skipBecause(this, missing);
    const picture = noise(24, 18);
    const map = { a: 0.4, b: -0.15, c: 6, d: 0.15, e: 0.4, f: 3 };
    const theirs = inPillow(
      picture,
      "image.transform((20, 20), Image.AFFINE, (0.4, -0.15, 6, 0.15, 0.4, 3), Image.BILINEAR)",
    );
    assert.ok(largestDifference(warpPicture(picture, map, 20, 20), theirs) <= 1);
  });

  it("shrunk keeps the picture's mean: no pixel is passed over", () => {
    const picture = noise(64, 64);
    for (const scale of [2, 4, 8]) {
      const small = warpPicture(picture, { ...identity, a: scale, e: scale }, 64 / scale, 64 / scale);
      const mean = (data: Uint8Array) => data.reduce((sum, value) => sum + value, 0) / data.length;
      assert.ok(Math.abs(mean(small) - mean(picture.data)) < 1.5, `by ${scale}`);
    }
  });

  it("of a plain picture is plain under any map, with its edges repeated", () => {
    const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
    const map = fc.record({ a: number(-4, 4), b: number(-4, 4), c: number(-50, 50) });
    fc.assert(
      fc.property(map, map, fc.integer({ min: 0, max: 255 }), (top, bottom, grey) => {
        const picture = { width: 6, height: 5, data: new Uint8Array(90).fill(grey) };
        const affine = { ...top, d: bottom.a, e: bottom.b, f: bottom.c };
        const sample = warpPicture(picture, affine, 4, 3, "replicate");
        assert.ok(sample.every((value) => value === grey));
      }),
      { numRuns: 60 },
    );
  });
});
