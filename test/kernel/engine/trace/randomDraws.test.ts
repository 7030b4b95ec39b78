import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-core";
import "../../../../kernel/engine/tensorflow.js";
import { traceStep } from "../../../../kernel/engine/trace/trace.js";
import { drawCount, RandomDraws } from "../../../../kernel/engine/trace/randomDraws.js";
import { Graph, producer, type Value } from "../../../../kernel/engine/ir/graph.js";

function trace(step: () => tf.Tensor) {
  return traceStep({ step: () => ({ y: step() }), inputs: {}, state: [], target: { provider: "cpu" } });
}

/** The factor and the summand that were found behind a draw. */
function scaled(value: Value): { scale: number; offset: number } {
  const uniform = (operand: Value | null | undefined, other: number) =>
    operand?.source.kind === "uniform" ? operand.source.value : other;
  const sum = producer(value, "Add");
  const product = producer(sum?.inputs[0] ?? value, "Mul");
  return { scale: uniform(product?.inputs[1], 1), offset: uniform(sum?.inputs[1], 0) };
}

describe("random numbers in a step", () => {
  before(() => tf.setBackend("cpu"));

  for (const [name, make, distribution, scale, offset] of [
    ["uniform ones", () => tf.randomUniform([40], -2, 6), "uniform", 8, -2],
    ["normal ones", () => tf.randomNormal([40], 3, 0.5), "normal", 0.5, 3],
    ["truncated normal ones", () => tf.truncatedNormal([40], -1, 0.02), "truncatedNormal", 0.02, -1],
    ["standard ones", () => tf.randomNormal([40]), "normal", 1, 0],
  ] as const) {
    it(`become an input of the graph with their range found again: ${name}`, () => {
      const { draws, outputs } = trace(make);
      assert.deepEqual(draws, [{ input: "random/0", distribution, shape: [40] }]);
      const found = scaled(outputs[0].value);
      assert.ok(
        Math.abs(found.scale - scale) < 1e-5 && Math.abs(found.offset - offset) < 1e-5,
        `${found.scale}, ${found.offset}`,
      );
    });
  }

  it("each have an input of their own", () => {
    const { draws } = trace(() => tf.add(tf.randomUniform([3, 2]), tf.randomNormal([3, 2])));
    assert.deepEqual(
      draws.map(({ input, distribution }) => [input, distribution]),
      [
        ["random/0", "uniform"],
        ["random/1", "normal"],
      ],
    );
    assert.equal(drawCount(draws[0]), 6);
  });

  it("with a seed of their own are the constants that they are", () => {
    const { draws, outputs } = trace(() => tf.randomUniform([3], 0, 1, "float32", 5));
    assert.deepEqual(draws, []);
    assert.equal(outputs[0].value.source.kind, "data");
  });

  it("that are whole, or taken from Math.random(), are refused at the user's line", () => {
    assert.throws(
      () => trace(() => tf.randomUniform([4], 0, 9, "int32")),
      /Random integers cannot be compiled.*randomDraws\.test\.ts/,
    );
    assert.throws(() => trace(() => tf.scalar(Math.random())), /Math\.random\(\).*randomDraws\.test\.ts/);
  });

  it("of a single number must be in the standard range, since it reveals no other", () => {
    assert.deepEqual(trace(() => tf.randomUniform([1])).draws.length, 1);
    assert.throws(() => trace(() => tf.randomUniform([1], 0, 5)), /single random number/);
  });
});

describe("seeds that were handed out", () => {
  it("may be used once, and those left over are an error", () => {
    const draws = new RandomDraws();
    const seed = draws.random();
    assert.notEqual(draws.random(), seed, "all differ");
    assert.throws(() => draws.check(), /Math\.random/);
    assert.equal(draws.use(seed), true);
    assert.equal(draws.use(seed), false);
    assert.equal(draws.use(0.5), false, "not one of ours");
  });

  it("leave other numbers alone", () => {
    const draws = new RandomDraws();
    assert.equal(draws.recognise(new Graph(), Float32Array.of(1, 2), [2], "float32"), undefined);
    assert.doesNotThrow(() => draws.check());
  });
});
