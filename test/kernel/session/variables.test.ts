import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-backend-cpu";
import { variableSummaries } from "../../../kernel/session/variables.js";

class Told {
  toString(): string {
    return "Told in words\nand a second line";
  }
}
class ToldByItsBase extends Told {}

describe("summaries of variables", () => {
  const summaryOf = (value: unknown) => variableSummaries({ value })[0];

  it("show the shape and bytes of tensors, and when they are disposed", () => {
    const tensor = tf.zeros([2, 3], "int32");
    assert.deepEqual(summaryOf(tensor), {
      name: "value",
      type: "Tensor int32",
      shape: [2, 3],
      bytes: 24,
      summary: "",
    });
    tensor.dispose();
    assert.equal(summaryOf(tensor).summary, "disposed");
  });

  it("use a class's own text if it has one, and show plain objects as they are written", () => {
    assert.equal(summaryOf(new Told()).summary, "Told in words");
    assert.equal(summaryOf(new ToldByItsBase()).summary, "Told in words");
    assert.equal(summaryOf({ size: 64, name: "drawn" }).summary, "{ size: 64, name: 'drawn' }");
    assert.equal(summaryOf(new Map([["a", 1]])).summary, "Map(1) { 'a' => 1 }");
  });

  it("show functions by their parameters, and classes by how they begin", () => {
    const of = (value: unknown) => [summaryOf(value).type, summaryOf(value).summary];
    assert.deepEqual(of(Function("return (a, b = [1, (2)]) => a")()), ["function", "(a, b = [1, (2)])"]);
    assert.deepEqual(of(Function("return async x => x")()), ["function", "(x)"]);
    assert.deepEqual(of(Function("return function named(a,\n  ...rest) { return (1) }")()), [
      "function",
      "(a, ...rest)",
    ]);
    assert.deepEqual(of(Function("return class Own extends Map { get(k) { return k } }")()), [
      "class",
      "class Own extends Map",
    ]);
    assert.deepEqual(of(parseInt), ["function", "()"]);
  });

  it("survive values that cannot be inspected", () => {
    const refusing = new Proxy(
      {},
      {
        get() {
          throw new Error("no");
        },
      },
    );
    assert.deepEqual(
      variableSummaries({ b: refusing, f: () => 1, a: null }).map(({ name, type }) => [name, type]),
      [
        ["a", "null"],
        ["b", "object"],
        ["f", "function"],
      ],
    );
  });
});
