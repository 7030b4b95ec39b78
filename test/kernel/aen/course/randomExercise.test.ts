import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-core";
import "../../../../kernel/engine/tensorflow.js";
import { checkAnswer } from "../../../../kernel/aen/course/check.js";
import { randomExercise } from "../../../../kernel/aen/course/randomExercise.js";

const noise = randomExercise({
  ...{ id: "x", name: "X", points: { seed: 1, noise: 2 }, spreads: [0.5, 3] },
  input: () => tf.ones([6, 10]),
});

describe("an exercise whose answer is random", () => {
  it("takes any seed's draws for right that lie in the interval", async () => {
    for (const shift of [0, 1000, 2000, 3000, 4000]) {
      const answer = (x: tf.Tensor, spread: number, seed: number) =>
        tf.add(x, tf.randomNormal(x.shape, 0, spread, "float32", seed + shift));
      assert.deepEqual((await checkAnswer(noise, answer)).points, 3);
    }
  });

  it("gives the seed's point alone where the noise is a seventh too wide", async () => {
    const answer = (x: tf.Tensor, spread: number, seed: number) =>
      tf.add(x, tf.randomNormal(x.shape, 0, 1.15 * spread, "float32", seed));
    const { points, hint } = await checkAnswer(noise, answer);
    assert.deepEqual([points, hint!.includes("standard deviation")], [1, true]);
  });

  it("asks for the shape of its input", async () => {
    const { hint } = await checkAnswer(noise, () => tf.randomNormal([3]));
    assert.match(hint!, /shape \[3\]; it must keep the shape \[6, 10\]/);
  });
});
