import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-core";
import "../../../../kernel/engine/tensorflow.js";
import { assignParts, gathered, weightGroups } from "../../../../kernel/aen/training/gatheredWeights.js";
import { Optimizer, type OptimizerOptions } from "../../../../kernel/aen/training/optimizer.js";

describe("weights gathered for an update", () => {
  before(() => tf.setBackend("cpu"));

  it("are the small ones, seven at a time; a large one stays alone", () => {
    const small = Array.from({ length: 9 }, (_, i) => [`bias${i}`, 8 + i] as const);
    const groups = weightGroups(new Map([...small, ["matrix", 100_000]]));
    assert.deepEqual(groups.map((group) => group.length).sort(), [1, 2, 7]);
    assert.deepEqual(
      groups.find((group) => group.includes("matrix")),
      ["matrix"],
    );
    assert.deepEqual(groups.flat().sort(), [...small.map(([name]) => name), "matrix"].sort());
  });

  it("come back in their shapes", () => {
    const variables = [tf.variable(tf.ones([2, 3])), tf.variable(tf.scalar(5)), tf.variable(tf.zeros([4]))];
    assignParts(variables, tf.add(gathered(variables), 1));
    assert.deepEqual(
      variables.map(({ shape }) => shape),
      [[2, 3], [], [4]],
    );
    assert.deepEqual(
      variables.map((variable) => [...variable.dataSync()]),
      [[2, 2, 2, 2, 2, 2], [6], [1, 1, 1, 1]],
    );
    variables.forEach((variable) => variable.dispose());
  });

  /** The weights after two updates by an optimizer of all of them, or by one for each. */
  function updated(options: OptimizerOptions, apart: boolean): number[][] {
    const weights = [3, 5000, 7, 2].map((size, i) => {
      const values = tf.tensor1d(Float32Array.from({ length: size }, (_, j) => Math.sin(i + j)));
      return [`w${i}`, tf.variable(values)] as const;
    });
    const sets = apart ? weights.map((weight) => [weight]) : [weights];
    const optimizers = sets.map((set) => new Optimizer(options, new Map(set)));
    for (const step of [1, 2])
      for (const optimizer of optimizers) {
        const scalars = optimizer.scalars(step, 0.1);
        const gradients = [...optimizer.variables].map(([name, w]) => [name, tf.square(tf.cos(w))] as const);
        optimizer.apply(new Map(gradients), {
          learningRate: tf.scalar(scalars.learningRate),
          firstCorrection: tf.scalar(scalars.firstCorrection),
          secondCorrection: tf.scalar(scalars.secondCorrection),
        });
      }
    optimizers.forEach((optimizer) => optimizer.dispose());
    return weights.map(([, weight]) => [...weight.dataSync()]);
  }

  it("are updated to the bit as each alone", () => {
    const decay = { weightDecay: 0.1 };
    const all: OptimizerOptions[] = [
      { kind: "sgd", momentum: 0.9, ...decay },
      { kind: "sgd", momentum: 0.9, nesterov: true },
      { kind: "adam", ...decay },
      { kind: "adamw", ...decay },
    ];
    for (const options of all)
      assert.deepEqual(updated(options, false), updated(options, true), options.kind);
  });
});
