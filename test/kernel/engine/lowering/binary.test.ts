import * as tf from "@tensorflow/tfjs-core";
import fc from "fast-check";
import { booleans, integers, numbers, sameAsEager } from "../oracle.js";

type Binary = (a: tf.Tensor, b: tf.Tensor) => tf.Tensor;

const differentiable: Record<string, Binary> = {
  Add: tf.add,
  Sub: tf.sub,
  Multiply: tf.mul,
  RealDiv: tf.div,
  Maximum: tf.maximum,
  Minimum: tf.minimum,
  SquaredDifference: tf.squaredDifference,
  Atan2: tf.atan2,
  Mod: tf.mod,
  Pow: (a, b) => tf.pow(tf.add(tf.abs(a), 0.2), b),
  FloorDiv: (a, b) => tf.floorDiv(a, b),
  Prelu: tf.prelu,
};

const comparisons: Record<string, Binary> = {
  Equal: tf.equal,
  NotEqual: tf.notEqual,
  Less: tf.less,
  LessEqual: tf.lessEqual,
  Greater: tf.greater,
  GreaterEqual: tf.greaterEqual,
};

/** Two shapes that broadcast: each axis may be one, and the shorter may lack leading axes. */
const shapePair = fc
  .tuple(
    fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.constantFrom("both", "left", "right")), {
      maxLength: 4,
    }),
    fc.integer({ min: 0, max: 2 }),
  )
  .map(([axes, missing]) => {
    const left = axes.map(([length, where]) => (where === "right" ? 1 : length));
    const right = axes.map(([length, where]) => (where === "left" ? 1 : length));
    return [left, right.slice(missing)] as const;
  });

describe("compiled operations on two tensors equal eager ones, broadcast", () => {
  for (const [name, operation] of Object.entries(differentiable)) {
    const gradients = name === "FloorDiv" ? [] : name === "Prelu" ? [0] : [0, 1];
    it(`for ${name}`, () =>
      fc.assert(
        fc.asyncProperty(shapePair, fc.integer({ min: 1, max: 99 }), ([a, b], seed) =>
          sameAsEager(operation, [numbers(a, seed, -2, 2), numbers(b, seed + 1, 0.3, 2)], { gradients }),
        ),
        { numRuns: 6 },
      ));
  }

  for (const [name, operation] of Object.entries(comparisons)) {
    it(`for ${name}`, () =>
      fc.assert(
        fc.asyncProperty(shapePair, ([a, b]) =>
          sameAsEager(operation, [integers(a, 1, -2, 2), integers(b, 2, -2, 2)]),
        ),
        { numRuns: 4 },
      ));
    it(`for ${name} of floats`, () => sameAsEager(operation, [numbers([5]), numbers([5])]));
  }

  it("for logical And, Or, Xor", () =>
    sameAsEager(
      (a, b) => [tf.logicalAnd(a, b), tf.logicalOr(a, b), tf.logicalXor(a, b)],
      [booleans([8], 1), booleans([8], 2)],
    ));

  it("for arithmetic of integers", () =>
    sameAsEager(
      (a, b) => [
        tf.add(a, b),
        tf.sub(a, b),
        tf.mul(a, b),
        tf.div(a, b),
        tf.floorDiv(a, b),
        tf.mod(a, b),
        tf.maximum(a, b),
      ],
      [integers([9], 1, -20, 20), integers([9], 2, 1, 7)],
    ));

  it("for Mod and Atan2 in all quadrants", () =>
    sameAsEager(
      (a, b) => [tf.mod(a, b), tf.atan2(a, b)],
      [numbers([40], 1, -3, 3), numbers([40], 2, -3, 3)],
      {
        gradients: [0, 1],
      },
    ));

  it("for Select, broadcast", () =>
    sameAsEager(
      (row, element, a, b) => [tf.where(element, a, b), tf.where(row, a, b)],
      [booleans([4, 1], 1), booleans([4, 3], 2), numbers([4, 3], 3), numbers([4, 3], 4)],
      { gradients: [2, 3] },
    ));
});
