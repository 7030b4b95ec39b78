import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-core";
import "../../../../kernel/engine/tensorflow.js";
import { neededNodes } from "../../../../kernel/engine/ir/graph.js";
import { traceStep, type InputType, type TracedFunction } from "../../../../kernel/engine/trace/trace.js";

const scalar: InputType = { dtype: "float32", shape: [] };

function trace(
  step: TracedFunction,
  state: tf.Variable[] = [],
  inputs: Record<string, InputType> = { x: scalar },
) {
  return traceStep({ step, inputs, state, target: { provider: "cpu" } });
}

const assigns = (variable: tf.Variable, x: tf.Tensor) => variable.assign(tf.add(variable, x) as tf.Scalar);

describe("a traced step", () => {
  before(() => tf.setBackend("cpu"));

  it("is the graph of its operations, and computes nothing", () => {
    const { graph, outputs } = trace(({ x }) => ({ y: tf.exp(tf.neg(x)) }));
    assert.deepEqual(
      neededNodes([outputs[0].value]).map(({ operator }) => operator),
      ["Neg", "Exp"],
    );
    assert.deepEqual(
      graph.inputs.map(({ source }) => source),
      [{ kind: "input", name: "x" }],
    );
  });

  it("tells which variables of the state it assigns, and leaves all of them as they are", () => {
    const [moved, read] = [tf.variable(tf.scalar(1)), tf.variable(tf.scalar(2))];
    const { state } = trace(({ x }) => (assigns(moved, tf.mul(x, read)), { moved }), [moved, read]);
    assert.deepEqual(
      state.map(({ next }) => next !== undefined),
      [true, false],
    );
    assert.deepEqual([moved.dataSync()[0], read.dataSync()[0]], [1, 2]);
    moved.dispose();
    read.dispose();
  });

  it("takes into the state what it assigns without being told, and remembers what it only reads", () => {
    const [moved, read] = [tf.variable(tf.scalar(1)), tf.variable(tf.scalar(2))];
    const { state, constants } = trace(({ x }) => (assigns(moved, tf.mul(x, read)), { moved }));
    assert.deepEqual(
      state.map(({ variable }) => variable),
      [moved],
    );
    assert.deepEqual([...constants.keys()], [read]);
    assert.equal(moved.dataSync()[0], 1);
    moved.dispose();
    read.dispose();
  });

  it("takes into the state a variable that it creates, with its first value", () => {
    let slot: tf.Variable | undefined;
    const { state } = trace(({ x }) => {
      slot ??= tf.variable(tf.fill([2], 7));
      slot.assign(tf.add(slot, x));
      return { slot };
    });
    assert.deepEqual(
      state.map(({ variable }) => variable),
      [slot],
    );
    assert.deepEqual([...slot!.dataSync()], [7, 7]);
    slot!.dispose();
  });

  it("refuses a variable that it creates from computed numbers, and one that answers later", () => {
    assert.throws(
      () => trace(({ x }) => ({ y: tf.variable(tf.mul(x, 2), true, "from computed") })),
      /"from computed" is created inside the step from computed numbers/,
    );
    const late = (async ({ x }: Record<string, tf.Tensor>) => ({ x })) as unknown as TracedFunction;
    assert.throws(() => trace(late), /must not be async/);
  });

  it("sees 8-bit inputs as int32", () => {
    let seen = "";
    const { inputs } = trace(({ x }) => ((seen = x.dtype), { y: tf.cast(x, "float32") }), [], {
      x: { dtype: "uint8", shape: [3] },
    });
    assert.deepEqual([seen, inputs[0].dtype], ["int32", "uint8"]);
  });

  it("leaves backend, Math.random and the number of tensors as they were, also when the step throws", () => {
    const variable = tf.variable(tf.scalar(1));
    const before = [tf.getBackend(), Math.random, tf.memory().numTensors];
    const failing: TracedFunction = ({ x }) => {
      assigns(variable, x);
      throw new Error("broken");
    };
    assert.throws(() => trace(failing, [variable]), /broken/);
    assert.deepEqual([tf.getBackend(), Math.random, tf.memory().numTensors], before);
    assert.equal(variable.dataSync()[0], 1);
    variable.dispose();
  });
});
