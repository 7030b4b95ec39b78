import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-core";
import "../../../../kernel/engine/tensorflow.js";
import { callPlain, formHint, samePlain } from "../../../../kernel/aen/course/plainAnswer.js";
import { CutShort } from "../../../../kernel/aen/host/userCode.js";

const hintOf = (answer: unknown) => {
  const called = callPlain(answer, [[1, 2]]);
  return "hint" in called ? called.hint : undefined;
};

describe("an answer of plain values", () => {
  it("is called with copies, which it may change", () => {
    const list = [3, 1, 2];
    assert.deepEqual(
      callPlain((given: number[]) => given.sort(), [list]),
      { value: [1, 2, 3] },
    );
    assert.deepEqual(list, [3, 1, 2]);
  });

  it("is told what it is in place of a function with a plain result", () => {
    assert.match(hintOf(7)!, /^Give the check the function itself/);
    assert.match(
      hintOf(() => {})!,
      /^Your function returns nothing yet/,
    );
    assert.match(
      hintOf(async () => 1)!,
      /async/,
    );
    assert.match(
      hintOf(() => tf.scalar(1))!,
      /a tensor/,
    );
    assert.match(
      hintOf(() => [1, { deep: NaN }])!,
      /\(NaN\)/,
    );
    assert.match(
      hintOf(() => Number.parseInt("1").toFixed(200))!,
      /ends with an error: toFixed/,
    );
    assert.equal(
      hintOf(() => 1),
      undefined,
    );
  });

  it("passes on that it was stopped from outside", () => {
    const stopped = () => {
      throw new CutShort();
    };
    assert.throws(() => callPlain(stopped, []), CutShort);
  });

  it("is the same up to 1e-6, typed arrays as lists, further keys aside", () => {
    assert.ok(samePlain(1 / 3, 0.3333335) && !samePlain(1 / 3, 0.333));
    assert.ok(samePlain(1e9 + 1, 1e9) && !samePlain(1e9 + 1e4, 1e9));
    assert.ok(samePlain(Float32Array.of(1, 2), [1, 2]) && !samePlain([1], [1, 2]) && !samePlain(1, [1]));
    assert.ok(samePlain({ x: 1, y: [2], z: 3 }, { x: 1, y: [2] }) && !samePlain({ x: 1 }, { x: 1, y: 2 }));
    assert.ok(samePlain(null, null) && samePlain("a", "a") && !samePlain(null, {}) && !samePlain("1", 1));
  });

  it("is told what is wrong with its form before its numbers", () => {
    assert.match(formHint(1, [1])!, /must return a list/);
    assert.match(formHint([1, 2], [1])!, /2 entries where 1 are asked for/);
    assert.match(formHint({ x: 1 }, { x: 1, y: 2 })!, /lacks y/);
    assert.match(formHint("1", 1)!, /must return a number/);
    for (const [value, expected] of [
      [[2], [1]],
      [{ x: 2 }, { x: 1 }],
      [2, 1],
      [2, "a"],
    ] as const)
      assert.equal(formHint(value, expected), undefined);
  });
});
