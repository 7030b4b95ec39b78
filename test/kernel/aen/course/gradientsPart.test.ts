import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-core";
import "../../../../kernel/engine/tensorflow.js";
import type { FunctionExercise } from "../../../../kernel/aen/course/functionCases.js";
import { gradientsPart } from "../../../../kernel/aen/course/gradientsPart.js";

/** x times y, with gradients with respect to both. */
const product: FunctionExercise = {
  ...{ id: "x", name: "X", points: { values: 1 }, cases: [{}, {}], mistakes: [], hint: "" },
  inputs: () => [tf.tensor1d([1, 2]), tf.tensor1d([3, 4])],
  reference: (x, y) => tf.mul(x, y),
  gradientsOf: { 0: "first", 1: "second" },
};
const hintOf = async (answer: unknown) => (await gradientsPart(product, 1).examine(answer, false)).hint;

describe("the gradients of an answer", () => {
  it("are right where they are the reference's, however it is written", async () => {
    assert.equal(await hintOf((x: tf.Tensor, y: tf.Tensor) => tf.mul(y, x)), undefined);
  });

  it("are told missing where numbers leave tfjs, with the input's name", async () => {
    const leaving = (x: tf.Tensor, y: tf.Tensor) => tf.mul(x, tf.tensor1d([...y.dataSync()]));
    assert.match((await hintOf(leaving))!, /no gradient reaches the second/);
  });

  it("are told wrong where the values alone are right", async () => {
    const halved = (x: tf.Tensor, y: tf.Tensor) =>
      tf.mul(tf.add(tf.mul(x, 0.5), tf.mul(tf.tensor1d([1, 2]), 0.5)), y);
    assert.match((await hintOf(halved))!, /gradient with respect to the first is not/);
  });
});
