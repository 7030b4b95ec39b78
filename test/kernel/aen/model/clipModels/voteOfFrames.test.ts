import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-core";
import { voteOfFrames } from "../../../../../kernel/aen/model/clipModels/voteOfFrames.js";

/** The shares of one clip. @param logits `[frames][emotions]` */
function shares(logits: number[][]): number[] {
  return [...tf.exp(voteOfFrames(tf.tensor3d([logits]))).dataSync()];
}

const winner = (values: readonly number[]) => values.indexOf(Math.max(...values));

describe("a vote of frames", () => {
  it("names what most frames name, however sure the others are", () => {
    assert.equal(
      winner(
        shares([
          [1, 0, 0],
          [1, 0, 0],
          [0, 90, 0],
        ]),
      ),
      0,
    );
  });

  it("decides a tie by the mean probability", () => {
    assert.equal(
      winner(
        shares([
          [1, 0, 0],
          [0, 9, 0],
        ]),
      ),
      1,
    );
    assert.equal(
      winner(
        shares([
          [9, 0, 0],
          [0, 1, 0],
        ]),
      ),
      0,
    );
  });

  it("gives shares that sum to 1, with one more vote from the probabilities", () => {
    const given = shares([
      [2, 0],
      [2, 0],
      [0, 2],
    ]);
    const probability = (2 / (1 + Math.exp(-2)) + 1 / (1 + Math.exp(2))) / 3;
    assert.ok(Math.abs(given[0] - (2 + probability) / 4) < 1e-6, String(given));
    assert.ok(Math.abs(given[0] + given[1] - 1) < 1e-6);
  });

  it("is that of the frames with a face, and of all where none shows one", () => {
    const logits = [[2, 0], [0, 90], [0, 90], [0, 2], [2, 0]]; // prettier-ignore
    const of = (faces: number[]) => [
      ...tf.exp(voteOfFrames(tf.tensor3d([logits]), tf.tensor2d([faces]))).dataSync(),
    ];
    const near = (found: number[], expected: number[]) =>
      found.forEach((share, i) =>
        assert.ok(Math.abs(share - expected[i]) < 1e-6, `${found}, not ${expected}`),
      );
    near(of([1, 0, 0, 1, 1]), shares([logits[0], logits[3], logits[4]]));
    near(of([0, 0, 0, 0, 0]), shares(logits));
    assert.deepEqual([winner(of([1, 0, 0, 1, 1])), winner(shares(logits))], [0, 1]);
  });

  it("splits the vote of a frame that names two emotions alike", () => {
    const [first, second] = shares([[3, 3, 0]]);
    assert.ok(Math.abs(first - second) < 1e-6);
  });

  it("is finite where an emotion gets no vote and no probability", () => {
    assert.ok(
      shares([
        [200, -200],
        [200, -200],
      ]).every(Number.isFinite),
    );
    assert.ok([...voteOfFrames(tf.tensor3d([[[200, -200]]])).dataSync()].every(Number.isFinite));
  });
});
