import assert from "node:assert/strict";
import { resizeFrames } from "../../../../../kernel/aen/sources/pseudoLabels/resizeFrames.js";

/** Grey pictures of the given values, row by row. */
const grey = (...values: number[]) => Uint8Array.from(values.flatMap((value) => [value, value, value]));

describe("frames resized to squares", () => {
  it("shrink to the means of the pixels below each, frame by frame", () => {
    const data = grey(10, 20, 30, 50, 110, 120, 130, 150, 1, 3, 5, 7, 9, 11, 200, 250);
    const wide = { count: 2, width: 4, height: 2, data };
    assert.deepEqual(resizeFrames(wide, 2), grey(15, 40, 115, 140, 2, 6, 10, 225));
  });

  it("keep their channels apart", () => {
    const data = Uint8Array.of(10, 100, 200, 20, 120, 240);
    assert.deepEqual(resizeFrames({ count: 1, width: 2, height: 1, data }, 1), Uint8Array.of(15, 110, 220));
  });

  it("of one colour stay of that colour when they grow, up to their borders", () => {
    const small = { count: 1, width: 3, height: 2, data: grey(7, 7, 7, 7, 7, 7) };
    assert.deepEqual(resizeFrames(small, 8), new Uint8Array(8 * 8 * 3).fill(7));
  });

  it("are left as they are where they have the size already", () => {
    const data = grey(1, 2, 3, 4);
    assert.equal(resizeFrames({ count: 1, width: 2, height: 2, data }, 2), data);
    assert.notEqual(resizeFrames({ count: 1, width: 4, height: 1, data }, 2), data, "not square");
  });
});
