import assert from "node:assert/strict";
import { drawAngle, rotate } from "../../../../kernel/aen/batches/augmentationRotation.js";
import { Random } from "../../../../kernel/random/random.js";
import { inPillow, pillowMissing } from "../../images/pillow.js";

/** A square picture whose pixels are numbered, in three channels that differ. */
const numbered = (size: number) => Uint8Array.from({ length: size * size * 3 }, (_, i) => (i * 7) % 251);
function turned(red: readonly number[], degrees: number): number[] {
  const pixels = Uint8Array.from(red.flatMap((value) => [value, value + 100, 255 - value]));
  rotate(pixels, Math.sqrt(red.length), degrees);
  return [...pixels].filter((_, i) => i % 3 === 0);
}

describe("a rotation", () => {
  it("is counter-clockwise, about the centre", () => {
    assert.deepEqual(turned([1, 2, 3, 4], 90), [2, 4, 1, 3]);
    assert.deepEqual(turned([1, 2, 3, 4], -90), [3, 1, 4, 2]);
    assert.deepEqual(turned([1, 2, 3, 4, 5, 6, 7, 8, 9], 180), [9, 8, 7, 6, 5, 4, 3, 2, 1]);
    assert.deepEqual(turned([1, 2, 3, 4], 0), [1, 2, 3, 4]);
  });

  it("moves the channels of a pixel together and leaves black where nothing was", () => {
    const size = 21;
    const before = numbered(size).map((value) => Math.max(1, value));
    const pixels = before.slice();
    rotate(pixels, size, 45);
    const pixel = (of: Uint8Array, x: number, y: number) => [
      ...of.subarray((y * size + x) * 3).subarray(0, 3),
    ];
    assert.deepEqual(pixel(pixels, 10, 10), pixel(before, 10, 10), "the centre");
    for (const [x, y] of [
      [0, 0],
      [20, 0],
      [0, 20],
      [20, 20],
    ])
      assert.deepEqual(pixel(pixels, x, y), [0, 0, 0]);
    const known = new Set(
      Array.from({ length: size * size }, (_, i) => pixel(before, i % size, Math.floor(i / size)).join()),
    );
    for (let i = 0; i < size * size; i++) {
      const here = pixel(pixels, i % size, Math.floor(i / size)).join();
      assert.ok(here === "0,0,0" || known.has(here));
    }
  });

  it("is Pillow's", function () {
    const missing = pillowMissing();
    if (missing) {
      console.log(`      ${missing}`);
      this.skip();
    }
    const size = 56;
    for (const angle of [-5, -0.5, 0.5, 5.5]) {
      const data = numbered(size);
      const theirs = inPillow({ width: size, height: size, data }, `image.rotate(${angle}, Image.NEAREST)`);
      rotate(data, size, angle);
      const different = data.filter((value, i) => value !== theirs[i]).length;
      assert.ok(
        different / theirs.length < 0.001,
        `${angle}: ${different} of ${theirs.length} values differ`,
      );
    }
  });
});

describe("an angle that is drawn", () => {
  it("is one of -5 to 5.5 degrees in halves, each as often", () => {
    const random = new Random("angle");
    const counts = new Map<number, number>();
    for (let i = 0; i < 4400; i++) {
      const angle = drawAngle(random);
      counts.set(angle, (counts.get(angle) ?? 0) + 1);
    }
    assert.deepEqual(
      [...counts.keys()].sort((a, b) => a - b),
      Array.from({ length: 22 }, (_, i) => -5 + i / 2),
    );
    assert.ok(Math.min(...counts.values()) > 140 && Math.max(...counts.values()) < 260);
  });
});
