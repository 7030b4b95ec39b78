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

  it("survive values that cannot be inspected, and leave functions out", () => {
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
      ],
    );
  });
});
