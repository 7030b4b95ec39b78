import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-core";
import fc from "fast-check";
import { compile } from "../../../../kernel/engine/compile.js";
import { booleans, integers, numbers, sameAsEager } from "../oracle.js";

type Unary = (x: tf.Tensor) => tf.Tensor;

/** Operations with the range of numbers that they are defined on. */
const differentiable: Record<string, [Unary, number, number]> = {
  Abs: [tf.abs, -2, 2],
  Acos: [tf.acos, -0.9, 0.9],
  Acosh: [tf.acosh, 1.1, 5],
  Asin: [tf.asin, -0.9, 0.9],
  Asinh: [tf.asinh, -3, 3],
  Atan: [tf.atan, -3, 3],
  Atanh: [tf.atanh, -0.9, 0.9],
  Ceil: [tf.ceil, -3, 3],
  ClipByValue: [(x) => tf.clipByValue(x, -0.5, 0.7), -2, 2],
  Cos: [tf.cos, -4, 4],
  Cosh: [tf.cosh, -3, 3],
  Elu: [tf.elu, -3, 3],
  Erf: [tf.erf, -3, 3],
  Exp: [tf.exp, -3, 3],
  Expm1: [tf.expm1, -3, 3],
  Floor: [tf.floor, -3, 3],
  LeakyRelu: [(x) => tf.leakyRelu(x, 0.1), -2, 2],
  Log: [tf.log, 0.1, 5],
  Log1p: [tf.log1p, -0.8, 5],
  Neg: [tf.neg, -2, 2],
  Reciprocal: [tf.reciprocal, 0.3, 3],
  Relu: [tf.relu, -2, 2],
  Relu6: [tf.relu6, -2, 9],
  Round: [tf.round, -3, 3],
  Rsqrt: [tf.rsqrt, 0.2, 4],
  Selu: [tf.selu, -3, 3],
  Sigmoid: [tf.sigmoid, -6, 6],
  Sign: [tf.sign, -2, 2],
  Sin: [tf.sin, -4, 4],
  Sinh: [tf.sinh, -3, 3],
  Softplus: [tf.softplus, -20, 20],
  Sqrt: [tf.sqrt, 0.2, 4],
  Square: [tf.square, -2, 2],
  Step: [(x) => tf.step(x, 0.3), -2, 2],
  Tan: [tf.tan, -1, 1],
  Tanh: [tf.tanh, -3, 3],
};

const shapes = fc.oneof(
  fc.constant([]),
  fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 4 }),
);

describe("compiled operations on each element equal eager ones", () => {
  for (const [name, [operation, low, high]] of Object.entries(differentiable)) {
    it(`for ${name}`, () =>
      fc.assert(
        fc.asyncProperty(shapes, fc.integer({ min: 1, max: 99 }), (shape, seed) =>
          sameAsEager(operation, [numbers(shape, seed, low, high)], { gradients: [0] }),
        ),
        { numRuns: 4 },
      ));
  }

  it("for IsNan, IsInf and IsFinite, also on NaN and infinities", () => {
    const data = Float32Array.of(1, NaN, Infinity, -Infinity, 0, -0);
    const odd = { data, shape: [6], dtype: "float32" as const };
    return sameAsEager((x) => [tf.isNaN(x), tf.isInf(x), tf.isFinite(x)], [odd]);
  });

  it("for LogicalNot", () => sameAsEager((x) => tf.logicalNot(x), [booleans([3, 4])]));

  it("for Cast between all types", () =>
    sameAsEager(
      (f, i, b) => [
        tf.cast(f, "int32"),
        tf.cast(f, "bool"),
        tf.cast(i, "float32"),
        tf.cast(b, "float32"),
        tf.cast(b, "int32"),
      ],
      [numbers([9], 1, -3, 3), integers([4], 2, -3, 3), booleans([5])],
    ));

  it("small arguments of Expm1 and Log1p keep their digits", () => {
    const tiny = { data: Float32Array.of(1e-7, -1e-6, 1e-5, 1e-3), shape: [4], dtype: "float32" as const };
    return sameAsEager((x) => [tf.mul(tf.expm1(x), 1e6), tf.mul(tf.log1p(x), 1e6)], [tiny]);
  });

  it("the gradient of ReLU is 0 or 1 at zeros, limits and infinities, wherever they stand", () => {
    const normal = [0, -0, 1.1754944e-38, -1.1754944e-38, 3.4e38, -3.4e38, Infinity, -Infinity, 1e-20, -1];
    const data = Float32Array.from({ length: 37 * 10 }, (_, i) => normal[(i + Math.floor(i / 37)) % 10]);
    const x = { data, shape: [37, 10], dtype: "float32" as const };
    return sameAsEager((x) => [tf.relu(x), tf.step(x)], [x], { gradients: [0], tolerance: 0 });
  });

  it("the gradient of ReLU lets not-a-number through, wherever it stands", () => {
    const data = Float32Array.from({ length: 37 * 10 }, (_, i) => (i % 7 === 3 ? NaN : (i % 5) - 2));
    const x = { data, shape: [37, 10], dtype: "float32" as const };
    return sameAsEager((x) => tf.step(x), [x], { tolerance: 0 });
  });

  it("the gradient of ReLU at a denormal number lies between 0 and 1", async () => {
    const data = Float32Array.from({ length: 40 }, (_, i) => (i % 2 ? -1 : 1) * 2 ** (-149 + (i >> 1)));
    const step = compile(({ x }) => ({ y: tf.step(x) }), { device: "cpu" });
    const { y } = await step.run({ x: { data, shape: [40], dtype: "float32" } });
    await step.dispose();
    y.data.forEach((value, i) =>
      assert.ok(i % 2 ? value === 0 : value >= 0 && value <= 1, `${data[i]}: ${value}`),
    );
  });

  it("integers stay integers", () =>
    sameAsEager(
      (x) => [tf.abs(x), tf.neg(x), tf.square(x), tf.sign(x), tf.relu(x)],
      [integers([7], 3, -9, 9)],
    ));
});
