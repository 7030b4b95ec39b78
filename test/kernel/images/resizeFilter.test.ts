import assert from "node:assert/strict";
import fc from "fast-check";
import { resizeFilter, type ResizeFilter } from "../../../kernel/images/resizeFilter.js";

const one = 2 ** 22;

/** The weight of each input pixel in an output pixel, in parts of 2^22. */
function weightsOf(filter: ResizeFilter, x: number): Map<number, number> {
  const { first, weights, pairs } = filter;
  const taps = new Map<number, number>();
  for (let tap = 0; tap < 2 * pairs; tap++) {
    const at = (x * pairs + (tap >> 1)) * 4 + (tap & 1);
    const weight = weights[at] * 2048 + weights[at + 2];
    if (weight !== 0) taps.set(first[x] + tap, weight);
  }
  return taps;
}

const size = fc.integer({ min: 1, max: 60 });

describe("the filter of a resize", () => {
  it("weighs only pixels that are there, and its weights sum to one but for their rounding", () => {
    fc.assert(
      fc.property(size, size, fc.boolean(), (input, output, flip) => {
        const filter = resizeFilter(input, output, flip);
        for (let x = 0; x < output; x++) {
          const taps = weightsOf(filter, x);
          assert.ok([...taps.keys()].every((pixel) => pixel >= 0 && pixel < input));
          const sum = [...taps.values()].reduce((a, b) => a + b, 0);
          assert.ok(Math.abs(sum - one) <= taps.size, `${input} > ${output} at ${x}: ${sum}`);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("lets every pixel through unchanged where the size stays", () => {
    const filter = resizeFilter(5, 5, false);
    for (let x = 0; x < 5; x++) assert.deepEqual([...weightsOf(filter, x)], [[x, one]]);
  });

  it("is the triangle of the textbook: halving weighs four pixels 1:3:3:1", () => {
    assert.deepEqual(
      [...weightsOf(resizeFilter(8, 4, false), 1)],
      [1, 3, 3, 1].map((share, tap) => [tap + 1, (share * one) / 8]),
    );
  });

  it("weighs the two neighbours when it enlarges, the outermost pixel alone beyond the edge", () => {
    const filter = resizeFilter(2, 4, false);
    assert.deepEqual([...weightsOf(filter, 0)], [[0, one]]);
    assert.deepEqual(
      [...weightsOf(filter, 1)],
      [
        [0, 0.75 * one],
        [1, 0.25 * one],
      ],
    );
  });

  it("flipped has its output pixels in reverse order", () => {
    fc.assert(
      fc.property(size, size, (input, output) => {
        const [plain, flipped] = [resizeFilter(input, output, false), resizeFilter(input, output, true)];
        for (let x = 0; x < output; x++)
          assert.deepEqual(weightsOf(flipped, x), weightsOf(plain, output - 1 - x));
      }),
      { numRuns: 30 },
    );
  });

  it("is made once for the same sizes", () => {
    assert.equal(resizeFilter(33, 12, false), resizeFilter(33, 12, false));
    assert.notEqual(resizeFilter(33, 12, false), resizeFilter(33, 12, true));
  });
});
