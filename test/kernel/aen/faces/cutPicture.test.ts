import assert from "node:assert/strict";
import { cutPicture } from "../../../../kernel/aen/faces/cutPicture.js";

describe("a square cut out of a picture", () => {
  const data = Uint8Array.from({ length: 4 * 4 * 3 }, (_, at) => 10 * Math.floor(at / 3));
  const picture = { width: 4, height: 4, data };
  const greys = (cut: { data: Uint8Array }) => [...cut.data].filter((_, at) => at % 3 === 0);

  it("shows what the map says, black beyond the picture", () => {
    const moved = cutPicture(picture, { a: 1, b: 0, c: 1, d: 0, e: 1, f: 2 }, 2);
    assert.deepEqual(greys(moved), [90, 100, 130, 140]);
    assert.deepEqual(greys(cutPicture(picture, { a: 1, b: 0, c: 9, d: 0, e: 1, f: 9 }, 1)), [0]);
  });

  it("turns by a quarter as the map does", () => {
    assert.deepEqual(greys(cutPicture(picture, { a: 0, b: -1, c: 2, d: 1, e: 0, f: 0 }, 2)), [10, 50, 0, 40]);
  });

  it("is refused where the map or the size makes no square", () => {
    const map = { a: NaN, b: 0, c: 0, d: 0, e: 1, f: 0 };
    assert.throws(() => cutPicture(picture, map, 2), /six numbers: a, b, c, d, e and f/);
    assert.throws(() => cutPicture(picture, { ...map, a: 1 }, 0), /"size" must be a whole number/);
  });
});
