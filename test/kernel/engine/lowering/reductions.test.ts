import * as tf from "@tensorflow/tfjs-core";
import fc from "fast-check";
import { booleans, integers, numbers, sameAsEager } from "../oracle.js";

type Reduction = (x: tf.Tensor, axis: number[], keep: boolean) => tf.Tensor;

const differentiable: Record<string, Reduction> = {
  Sum: tf.sum,
  Mean: tf.mean,
  Max: tf.max,
  Min: tf.min,
  Prod: tf.prod,
};

const shapeAndAxes = fc
  .tuple(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 }), fc.integer(), fc.boolean())
  .map(([shape, choice, keep]) => {
    const axes = shape.map((_, axis) => axis).filter((axis) => (choice >> axis) & 1);
    return { shape, axes: axes.length > 0 ? axes : [0], keep };
  });

describe("compiled reductions equal eager ones", () => {
  for (const [name, operation] of Object.entries(differentiable)) {
    it(`for ${name}`, () =>
      fc.assert(
        fc.asyncProperty(shapeAndAxes, ({ shape, axes, keep }) =>
          sameAsEager((x) => operation(x, axes, keep), [numbers(shape, 4, 0.2, 2)], { gradients: [0] }),
        ),
        { numRuns: 6 },
      ));
  }

  it("for sums and means of what was broadcast", () =>
    sameAsEager(
      (x) => [
        tf.sum(tf.tile(x, [3, 2])),
        tf.mean(tf.add(x, tf.ones([4, 3, 5])), 0),
        tf.sum(tf.broadcastTo(x, [2, 3, 5]), 0),
      ],
      [numbers([3, 5])],
      { gradients: [0] },
    ));

  it("for All, Any, and sums of booleans and integers", () =>
    sameAsEager(
      (b, i) => [
        tf.all(b, 1),
        tf.any(b, 0),
        tf.sum(b, 1),
        tf.sum(i),
        tf.max(i, 0),
        tf.min(i, 1),
        tf.prod(i, 1),
      ],
      [booleans([3, 4]), integers([3, 4], 2, -4, 4)],
    ));

  it("for ArgMax and ArgMin, the first of equals", () =>
    sameAsEager(
      (x, i) => [tf.argMax(x, 1), tf.argMin(x, -1), tf.argMax(i, 0), tf.argMin(i, 1)],
      [numbers([4, 6]), integers([6, 5], 3, 0, 2)],
    ));

  it("for Cumsum, also exclusive and from the end", () =>
    sameAsEager(
      (x) => [
        tf.cumsum(x, 0),
        tf.cumsum(x, 1, true),
        tf.cumsum(x, 2, false, true),
        tf.cumsum(x, 2, true, true),
      ],
      [numbers([3, 4, 5])],
      { gradients: [0] },
    ));

  it("for Cumprod, also exclusive and from the end", () =>
    sameAsEager(
      (x) => [
        tf.cumprod(x, 0),
        tf.cumprod(x, 1, true),
        tf.cumprod(x, 2, false, true),
        tf.cumprod(x, 2, true, true),
      ],
      [numbers([3, 4, 5], 1, 0.5, 1.5)],
    ));

  it("for Softmax and LogSoftmax", () =>
    sameAsEager((x) => [tf.softmax(x), tf.logSoftmax(x)], [numbers([3, 2, 7], 1, -9, 9)], {
      gradients: [0],
    }));

  it("for norms, moments, log of summed exponentials", () =>
    sameAsEager(
      (x) => [
        tf.norm(x),
        tf.norm(x, 1, 1),
        tf.norm(x, Infinity, 0),
        tf.moments(x, [0]).variance,
        tf.logSumExp(x, 1),
      ],
      [numbers([4, 5])],
      { gradients: [0] },
    ));
});
