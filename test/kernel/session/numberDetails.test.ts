import assert from "node:assert/strict";
import { numberDetails } from "../../../kernel/session/numberDetails.js";

const of = (values: number[], shape = [values.length]) => numberDetails({ type: "number[]", shape, values });

describe("the details of numbers", () => {
  it("are their statistics, with those that are not finite counted apart", () => {
    const { figures, notANumber, infinite, zeros } = of([2, 4, 4, 4, 5, 5, 7, 9, NaN, -Infinity]);
    assert.deepEqual(figures, { least: 2, most: 9, mean: 5, deviation: 2 });
    assert.deepEqual([notANumber, infinite, zeros], [1, 1, 0]);
  });

  it("have a histogram that counts every finite number once", () => {
    const { histogram } = of([0, 0.1, 5, 10, NaN]);
    assert.equal(
      histogram.reduce((sum, one) => sum + one, 0),
      4,
    );
    assert.deepEqual([histogram[0], histogram[12], histogram[23]], [2, 1, 1]);
    assert.deepEqual(of([3, 3]).histogram, [2]);
  });

  it("have the first rows and columns of the last two dimensions", () => {
    const values = Array.from({ length: 12 }, (_, i) => i);
    const { slice, index } = of(values, [2, 2, 3]);
    assert.deepEqual(slice, [
      [0, 1, 2],
      [3, 4, 5],
    ]);
    assert.deepEqual(index, [0]);
    assert.deepEqual(of([7], []).slice, [[7]]);
    const wide = of(new Array<number>(900).fill(1), [30, 30]).slice;
    assert.deepEqual([wide.length, wide[0].length], [16, 16]);
  });

  it("are empty where there are no finite numbers", () => {
    assert.deepEqual(
      [of([]).figures, of([NaN]).figures, of([]).slice, of([NaN]).histogram],
      [null, null, [], []],
    );
  });
});
