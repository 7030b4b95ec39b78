import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-core";
import "../../../../kernel/engine/tensorflow.js";
import { checkAnswer } from "../../../../kernel/aen/course/check.js";
import { drawn } from "../../../../kernel/aen/course/functionCases.js";
import { functionExercise } from "../../../../kernel/aen/course/functionExercise.js";

const doubled = functionExercise({
  ...{ id: "x", name: "X", points: { values: 1, gradients: 1 }, cases: [{ n: 3 }, { n: 5 }] },
  inputs: ({ n }, name) => [drawn(name, [n])],
  reference: (x) => tf.add(tf.mul(x, 2), 1),
  gradientsOf: { 0: "input" },
  mistakes: [{ hint: "the one", value: (x) => tf.mul(x, 2) }],
  hint: "something else",
});
const found = async (answer: unknown, hidden = false) => {
  const { points, hint } = await checkAnswer(doubled, answer, { hidden });
  return [points, hint];
};

describe("an exercise whose answer is a function of tensors", () => {
  it("gives its points for values and gradients", async () => {
    assert.deepEqual(await found((x: tf.Tensor) => tf.add(tf.add(x, x), 1), true), [2, undefined]);
  });

  it("names the mistake that fits, a factor, or else its own hint", async () => {
    assert.deepEqual(await found((x: tf.Tensor) => tf.mul(x, 2)), [0, "the one"]);
    assert.match(
      String((await found((x: tf.Tensor) => tf.add(tf.mul(x, 4), 2)))[1]),
      /one and the same factor/,
    );
    assert.deepEqual(await found((x: tf.Tensor) => tf.square(x)), [0, "something else"]);
    assert.match(String((await found((x: tf.Tensor) => tf.log(tf.neg(tf.abs(x)))))[1]), /NaN/);
  });

  it("sees through an answer to the visible case only, when hidden cases are looked at", async () => {
    const hardCoded = (x: tf.Tensor) => (x.size === 3 ? tf.add(tf.mul(x, 2), 1) : tf.zerosLike(x));
    assert.deepEqual(await found(hardCoded), [2, undefined]);
    assert.deepEqual((await found(hardCoded, true))[0], 0);
  });
});
