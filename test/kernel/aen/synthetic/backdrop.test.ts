import assert from "node:assert/strict";
import { paintBackdrop } from "../../../../kernel/aen/synthetic/backdrop.js";
import { Random } from "../../../../kernel/random/random.js";

const side = 40;
const paint = (difficulty: number, seed: number, size = side) =>
  paintBackdrop(size, difficulty, new Random(seed));
const at = (pixels: Uint8Array, x: number, y: number) => pixels[(y * side + x) * 3];
const row = (pixels: Uint8Array, y: number) => Array.from({ length: side }, (_, x) => at(pixels, x, y));

describe("a backdrop", () => {
  it("is at difficulty 0 an even wall that changes from top to bottom alone", () => {
    for (const seed of [1, 2, 3]) {
      const wall = paint(0, seed);
      assert.equal(wall.length, side * side * 3);
      for (let y = 0; y < side; y++) assert.equal(new Set(row(wall, y)).size, 1);
      const down = Array.from({ length: side }, (_, y) => at(wall, 0, y));
      const sorted = [...down].sort((a, b) => a - b);
      assert.deepEqual(down, down[0] <= down[side - 1] ? sorted : sorted.reverse());
    }
  });

  it("has patches of light that grow with the difficulty", () => {
    const unevenness = (difficulty: number) => {
      let sum = 0;
      for (let seed = 0; seed < 12; seed++) {
        const pixels = paint(difficulty, seed);
        for (let y = 0; y < side; y++) sum += Math.max(...row(pixels, y)) - Math.min(...row(pixels, y));
      }
      return sum / (12 * side);
    };
    const [even, some, most] = [0, 0.3, 1].map(unevenness);
    assert.ok(even === 0 && some > 10 && most > 1.2 * some, `${even} ${some} ${most}`);
  });

  it("is out of focus: neighbours differ little, though far places differ much", () => {
    const pixels = paint(1, 5, 4 * side);
    let steepest = 0;
    for (let i = 3; i < pixels.length; i++)
      if (Math.floor(i / 3) % (4 * side) !== 0)
        steepest = Math.max(steepest, Math.abs(pixels[i] - pixels[i - 3]));
    assert.ok(steepest > 0 && steepest < 60, `${steepest}`);
  });

  it("is the same for the same draws, in any size the same picture", () => {
    assert.deepEqual(paint(0.5, 9), paint(0.5, 9));
    assert.notDeepEqual(paint(0.5, 9), paint(0.5, 10));
    const large = paint(0.5, 9, 2 * side);
    for (const [x, y] of [
      [0, 0],
      [10, 20],
      [39, 39],
    ])
      assert.ok(Math.abs(large[(2 * y * 2 * side + 2 * x) * 3] - at(paint(0.5, 9), x, y)) <= 1);
  });
});
