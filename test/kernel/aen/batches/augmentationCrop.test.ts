import assert from "node:assert/strict";
import fc from "fast-check";
import { drawCrop } from "../../../../kernel/aen/batches/augmentationCrop.js";
import { Random } from "../../../../kernel/random/random.js";

/** Draws what it is told to, in turn, and notes between what. */
class Told extends Random {
  readonly asked: number[][] = [];
  constructor(
    readonly draws: number[],
    readonly swaps = false,
  ) {
    super(0);
  }
  override between(low: number, high: number): number {
    this.asked.push([low, high]);
    return this.draws.shift()!;
  }
  override integer(below: number): number {
    this.asked.push([below]);
    return this.draws.shift()!;
  }
  override chance(): boolean {
    return this.swaps;
  }
}

describe("a random crop", () => {
  const picture = { width: 200, height: 100 };

  it("has its share of the area and its aspect, at a place drawn last (SPEC.md, section 6)", () => {
    // 0.31 of 200 * 100 is 6200; its root times the root of 25 / 24 is 80.36, by that root 77.15
    const told = new Told([0.31, 25 / 24, 120, 5]);
    assert.deepEqual(drawCrop(picture, told), { left: 120, top: 5, width: 80, height: 77 });
    assert.deepEqual(told.asked, [[0.08, 1], [3 / 4, 4 / 3], [121], [24]]);
    const swapped = drawCrop(picture, new Told([0.31, 25 / 24, 0, 20], true));
    assert.deepEqual(swapped, { left: 0, top: 20, width: 77, height: 80 });
  });

  it("has halves rounded to even, as Python rounds them", () => {
    const side = (area: number) => drawCrop({ width: 9, height: 9 }, new Told([area / 81, 1, 0, 0])).width;
    assert.deepEqual(
      [2.5, 3.5, 4.5].map((root) => side(root ** 2)),
      [2, 4, 4],
    );
  });

  it("is drawn again while it does not fit", () => {
    const told = new Told([0.9, 1, 0.9, 4 / 3, 0.5, 1, 7, 0]);
    assert.deepEqual(drawCrop(picture, told), { left: 7, top: 0, width: 100, height: 100 });
    assert.deepEqual(told.draws, []);
  });

  it("is the largest square after ten draws that do not fit", () => {
    const misfits = Array.from({ length: 10 }, () => [0.9, 1]).flat();
    const told = new Told([...misfits, 7, 0]);
    assert.deepEqual(drawCrop(picture, told), { left: 7, top: 0, width: 100, height: 100 });
    assert.deepEqual(told.asked.slice(-2), [[101], [1]]);
  });

  it("lies within the picture, in whole pixels, and keeps the requested share", () => {
    const side = fc.integer({ min: 1, max: 300 });
    const smallest = fc.double({ min: 0.01, max: 1, noNaN: true });
    fc.assert(
      fc.property(side, side, smallest, fc.nat(), (width, height, share, seed) => {
        const box = drawCrop({ width, height }, new Random(seed), share);
        assert.ok(Object.values(box).every(Number.isInteger), JSON.stringify(box));
        assert.ok(box.left >= 0 && box.top >= 0 && box.width >= 1 && box.height >= 1);
        assert.ok(box.left + box.width <= width && box.top + box.height <= height);
        const short = Math.min(width, height);
        if (box.width === short && box.height === short) return; // the largest square, where nothing fits
        assert.ok((box.width + 0.5) * (box.height + 0.5) >= share * width * height - 1e-9);
      }),
    );
  });

  it("is anywhere, of any allowed size, upright as often as lying", () => {
    const random = new Random("crop");
    const boxes = Array.from({ length: 4000 }, () => drawCrop({ width: 200, height: 160 }, random));
    const areas = boxes.map(({ width, height }) => (width * height) / (200 * 160));
    const aspects = boxes.map(({ width, height }) => width / height);
    assert.ok(Math.min(...areas) < 0.1 && Math.min(...areas) > 0.075 && Math.max(...areas) > 0.95);
    assert.ok(Math.min(...aspects) > 0.72 && Math.max(...aspects) < 1.4);
    for (const [edge, other, whole] of [
      ["left", "width", 200],
      ["top", "height", 160],
    ] as const) {
      assert.ok(boxes.some((box) => box[edge] === 0));
      assert.ok(boxes.some((box) => box[edge] + box[other] === whole && box[edge] > 0));
    }
    const upright = aspects.filter((aspect) => aspect < 1).length / boxes.length;
    assert.ok(upright > 0.4 && upright < 0.6, `${upright}`);
  });

  it("rejects an invalid share", () => {
    for (const share of [0, -0.1, 1.1, NaN])
      assert.throws(
        () => drawCrop({ width: 9, height: 9 }, new Random(1), share),
        /"smallestCrop".* must be above 0 and at most 1, got/,
      );
  });
});
