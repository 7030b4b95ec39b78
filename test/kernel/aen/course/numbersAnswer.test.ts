import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-core";
import "../../../../kernel/engine/tensorflow.js";
import { callForNumbers, listOf, sameSize, sizeText } from "../../../../kernel/aen/course/numbersAnswer.js";

const hintTo = (answer: unknown) => {
  const called = callForNumbers(answer, [[1, 2]]);
  return "hint" in called ? called.hint : called.value;
};

describe("an answer that returns numbers", () => {
  it("may return a number, a list, a typed array or a tensor, and leaves none behind", () => {
    const before = tf.memory().numTensors;
    assert.equal(
      hintTo((x: number[]) => x[1]),
      2,
    );
    assert.equal(
      hintTo((x: number[]) => tf.sum(x)),
      3,
    );
    for (const answer of [(x: number[]) => x, (x: number[]) => Float32Array.from(x), tf.tensor1d])
      assert.deepEqual(hintTo(answer), [1, 2]);
    assert.equal(tf.memory().numTensors, before);
  });

  it("gets copies, so that it may sort what it is given", () => {
    const given = [3, 1];
    callForNumbers((x: number[]) => x.sort(), [given]);
    assert.deepEqual(given, [3, 1]);
  });

  it("is told why there is no number", () => {
    assert.match(String(hintTo(3)), /function itself/);
    assert.match(String(hintTo(() => {})), /returns nothing yet/);
    assert.match(String(hintTo(async () => 1)), /async/);
    assert.match(String(hintTo(() => "1")), /a number or a list of numbers/);
    assert.match(String(hintTo(() => [[1]])), /a number or a list of numbers/);
    assert.match(
      String(
        hintTo(() => {
          throw new Error("no such row");
        }),
      ),
      /ends with an error: no such row/,
    );
  });

  it("has a size: one number is not a list of one", () => {
    assert.deepEqual(
      [sizeText(2), sizeText([2]), sizeText([1, 2])],
      ["one number", "a list of 1 number", "a list of 2 numbers"],
    );
    assert.deepEqual([sameSize(1, 2), sameSize([1], [2]), sameSize(1, [1])], [true, true, false]);
    assert.deepEqual([listOf(1), listOf([1])], [[1], [1]]);
  });
});
