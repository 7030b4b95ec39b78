import * as tf from "@tensorflow/tfjs-core";
import fc from "fast-check";
import { numbers, sameAsEager } from "../oracle.js";

const length = fc.integer({ min: 1, max: 6 });

describe("compiled matrix products equal eager ones, in value and gradient", () => {
  // One batch axis: where several broadcast differently, tfjs cpu takes the matrices in the wrong order.
  it("for BatchMatMul, transposed or not, with a batch that broadcasts", () =>
    fc.assert(
      fc.asyncProperty(
        fc.tuple(length, length, length),
        fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.constantFrom("both", "left", "right")), {
          maxLength: 1,
        }),
        fc.boolean(),
        fc.boolean(),
        ([m, k, n], batch, transposeA, transposeB) => {
          const left = batch.map(([size, where]) => (where === "right" ? 1 : size));
          const right = batch.map(([size, where]) => (where === "left" ? 1 : size));
          const a = numbers([...left, ...(transposeA ? [k, m] : [m, k])], 1);
          const b = numbers([...right, ...(transposeB ? [n, k] : [k, n])], 2);
          const same = left.join() === right.join();
          return sameAsEager((x, y) => tf.matMul(x, y, transposeA, transposeB), [a, b], {
            gradients: same ? [0, 1] : [],
          });
        },
      ),
      { numRuns: 25 },
    ));

  it("for empty matrices", () => sameAsEager((a, b) => tf.matMul(a, b), [numbers([0, 3]), numbers([3, 4])]));

  it("for a fused bias and activation", () =>
    sameAsEager(
      (a, b, bias) =>
        tf.fused.matMul({ a: a as tf.Tensor2D, b: b as tf.Tensor2D, bias, activation: "sigmoid" }),
      [numbers([3, 4]), numbers([4, 5]), numbers([5])],
    ));

  it("for Einsum", () =>
    sameAsEager(
      (a, b) => [tf.einsum("bij,bjk->bik", a, b), tf.einsum("bij,bjk->ki", a, b), tf.einsum("bij->b", a)],
      [numbers([2, 3, 4]), numbers([2, 4, 5])],
    ));

  it("for dot and outer products", () =>
    sameAsEager(
      (a, b) => [tf.dot(a, b), tf.outerProduct(a as tf.Tensor1D, b as tf.Tensor1D)],
      [numbers([5]), numbers([5], 2)],
      {
        gradients: [0, 1],
      },
    ));
});
