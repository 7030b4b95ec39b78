import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-core";
import "../../../../kernel/engine/tensorflow.js";
import { Optimizer, type OptimizerOptions } from "../../../../kernel/aen/training/optimizer.js";

describe("an optimizer", () => {
  const rate = 0.1;
  let count = 0;
  before(() => tf.setBackend("cpu"));

  /** The weight after each update, by gradients given by hand; null for a step without one. */
  function path(options: OptimizerOptions, start: number, gradients: readonly (number | null)[]): number[] {
    const weight = tf.variable(tf.scalar(start), true, `optimizer.test${count++}`);
    const optimizer = new Optimizer(options, new Map([["w", weight]]));
    const values = gradients.map((gradient, index) => {
      const { learningRate, firstCorrection, secondCorrection } = optimizer.scalars(index + 1, rate);
      tf.tidy(() =>
        optimizer.apply(new Map(gradient === null ? [] : [["w", tf.scalar(gradient)]]), {
          learningRate: tf.scalar(learningRate),
          firstCorrection: tf.scalar(firstCorrection),
          secondCorrection: tf.scalar(secondCorrection),
        }),
      );
      return weight.dataSync()[0];
    });
    optimizer.dispose();
    weight.dispose();
    return values;
  }

  it("shares the register of variables with one of another copy of its module", async () => {
    const file = "../../../../kernel/aen/training/optimizer.js";
    const copy = (await import(`${file}?copy`)) as { Optimizer: typeof Optimizer };
    assert.notEqual(copy.Optimizer, Optimizer);
    const weight = tf.variable(tf.scalar(1), true, `optimizer.test${count++}`);
    const weights = new Map([["w", weight]]);
    const options: OptimizerOptions = { kind: "adam" };
    const all = Array.from({ length: 3 }, () => [
      new Optimizer(options, weights),
      new copy.Optimizer(options, weights),
    ]);
    all.flat().forEach((one) => one.dispose());
    weight.dispose();
  });

  /** The same with one of tfjs's own optimizers, for the loss gradient x weight. */
  function pathInTfjs(own: tf.Optimizer, start: number, gradients: readonly number[]): number[] {
    const weight = tf.variable(tf.scalar(start), true, `optimizer.test${count++}`);
    const values = gradients.map((gradient) => {
      own.minimize(() => tf.mul(weight, gradient) as tf.Scalar, false, [weight]);
      return weight.dataSync()[0];
    });
    own.dispose();
    weight.dispose();
    return values;
  }

  function assertNear(values: readonly number[], expected: readonly number[]): void {
    assert.equal(values.length, expected.length);
    const off = values.map((value, i) => Math.abs(value - expected[i]));
    assert.ok(Math.max(...off) < 2e-6, `${values.join()} and not ${expected.join()}`);
  }

  const gradients = [0.5, -1, 0.25, 0, 3];
  it("goes where tfjs's own goes, with momentum, Nesterov's too, and by Adam", () => {
    const sgd = { kind: "sgd", momentum: 0.9 } as const;
    assertNear(path(sgd, 1, gradients), pathInTfjs(tf.train.momentum(rate, 0.9), 1, gradients));
    const nesterov = pathInTfjs(tf.train.momentum(rate, 0.9, true), 1, gradients);
    assertNear(path({ ...sgd, nesterov: true }, 1, gradients), nesterov);
    for (const kind of ["adam", "adamw"] as const) {
      assertNear(path({ kind }, 1, gradients), pathInTfjs(tf.train.adam(rate), 1, gradients));
      const betas = { kind, beta1: 0.5, beta2: 0.8, epsilon: 0.01 };
      assertNear(path(betas, 1, gradients), pathInTfjs(tf.train.adam(rate, 0.5, 0.8, 0.01), 1, gradients));
    }
  });

  it("of SGD adds the decay to the gradient, so that it gathers momentum", () => {
    // 0.5 + 0.1 x 1 = 0.6, 1 - 0.06 = 0.94; then 0.5 + 0.094 + 0.9 x 0.6 = 1.134, 0.94 - 0.1134 = 0.8266
    const options = { kind: "sgd", momentum: 0.9, weightDecay: 0.1 } as const;
    assertNear(path(options, 1, [0.5, 0.5]), [0.94, 0.8266]);
  });

  it("of Adam adds the decay to the gradient, of AdamW to the step", () => {
    // 0.5 + 0.1 x 1; the first step has the length of the rate, so that 0.1 x 0.9 is added to -1
    const coupled = pathInTfjs(tf.train.adam(rate), 1, [0.6, -0.91]);
    assertNear(path({ kind: "adam", weightDecay: 0.1 }, 1, [0.5, -1]), coupled);
    const [first, second] = pathInTfjs(tf.train.adam(rate), 1, [0.5, -1]);
    const decayed = first - 0.1 * 0.1 * 1;
    const apart = [decayed, decayed + (second - first) - 0.1 * 0.1 * decayed];
    assertNear(path({ kind: "adamw", weightDecay: 0.1 }, 1, [0.5, -1]), apart);
  });

  it("leaves a weight without a gradient alone, momentum and decay included, unless decay is asked for", () => {
    const options = { kind: "sgd", momentum: 0.9, weightDecay: 0.1 } as const;
    assertNear(path(options, 1, [0.5, null]), [0.94, 0.94]);
    assertNear(path({ kind: "adamw", weightDecay: 0.1 }, 1, [null]), [1]);
    assertNear(path({ ...options, decayWithoutGradient: true }, 1, [null]), [0.99]);
  });

  it("has a slot of zeros for each weight and moment, and frees them", () => {
    const weight = tf.variable(tf.ones([2, 3]), true, `optimizer.test${count++}`);
    const before = tf.memory().numTensors;
    const optimizer = new Optimizer({ kind: "adam" }, new Map([["w", weight]]));
    for (const name of ["first/w", "second/w"]) {
      const slot = optimizer.slots.get(name)!;
      assert.deepEqual(
        [slot.shape, slot.trainable, [...slot.dataSync()]],
        [[2, 3], false, [0, 0, 0, 0, 0, 0]],
      );
    }
    optimizer.dispose();
    assert.equal(tf.memory().numTensors, before);
    weight.dispose();
  });
});
