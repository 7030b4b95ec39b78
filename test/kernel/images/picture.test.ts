import assert from "node:assert/strict";
import { stack } from "../../../kernel/images/picture.js";

describe("pictures stacked to frames", () => {
  const grey = (width: number, height: number, value: number) => ({
    width,
    height,
    data: new Uint8Array(width * height * 3).fill(value),
  });

  it("lie one after the other, each row-major as before", () => {
    const first = { width: 2, height: 1, data: Uint8Array.of(1, 2, 3, 4, 5, 6) };
    const second = { width: 2, height: 1, data: Uint8Array.of(7, 8, 9, 10, 11, 12) };
    assert.deepEqual(stack([first, second]), {
      count: 2,
      height: 1,
      width: 2,
      data: Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12),
    });
  });

  it("keep height and width apart", () => {
    const frames = stack([grey(4, 3, 1), grey(4, 3, 2), grey(4, 3, 3)]);
    assert.deepEqual([frames.count, frames.height, frames.width, frames.data.length], [3, 3, 4, 108]);
  });

  it("are copied: a picture may change afterwards", () => {
    const picture = grey(1, 1, 5);
    const { data } = stack([picture]);
    picture.data.fill(9);
    assert.deepEqual([...data], [5, 5, 5]);
  });
});
