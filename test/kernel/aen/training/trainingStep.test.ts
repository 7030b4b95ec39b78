import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-core";
import { lossTerm, type LossTerm } from "../../../../kernel/aen/losses/lossTerm.js";
import { forward } from "../../../../kernel/aen/model/forward.js";
import { model as newModel } from "../../../../kernel/aen/model/model.js";
import { Optimizer } from "../../../../kernel/aen/training/optimizer.js";
import {
  compileClipStep,
  compileTrainingStep,
  gradientsOf,
  lossOf,
  unitPixels,
  type WeightedValue,
} from "../../../../kernel/aen/training/trainingStep.js";
import { smallestModel } from "./patternClips.js";

describe("one training step", () => {
  const model = newModel(smallestModel);
  const bias = model.variables.get("head.clip.bias")!;
  const scalars = { learningRate: 0.5, firstCorrection: 1, secondCorrection: 1 };
  before(() => tf.setBackend("cpu"));
  after(() => model.dispose());

  /** A step that trains the clip head's bias alone. */
  async function stepOn(terms: () => WeightedValue[], inputs: Record<string, number> = {}) {
    const optimizer = new Optimizer({ kind: "sgd" }, new Map([["head.clip.bias", bias]]));
    const recipe = { name: "test", model, optimizer, device: "cpu", training: false, terms } as const;
    const step = compileTrainingStep(recipe);
    try {
      return await step.run({ ...inputs, ...scalars });
    } finally {
      await step.dispose();
      optimizer.dispose();
    }
  }

  it("minimises the sum of its terms by weight, and gives each term before weighting", async () => {
    tf.tidy(() => bias.assign(tf.tensor([1, 2, 0, 0, 0, 0, 0])));
    const outputs = await stepOn(() => [
      { name: "squares", weight: 0.25, value: tf.sum(tf.square(bias)) as tf.Scalar },
      { name: "sum", weight: 2, value: tf.sum(bias) as tf.Scalar },
    ]);
    assert.deepEqual(
      ["loss", "term/squares", "term/sum"].map((name) => outputs[name].data[0]),
      [0.25 * 5 + 2 * 3, 5, 3],
    );
    // gradient 0.25 x 2 b + 2, times the learning rate 0.5
    const expected = [1 - 1.25, 2 - 1.5, -1, -1, -1, -1, -1];
    assert.deepEqual([...bias.dataSync()], expected);
  });

  it("needs a term", async () => {
    await assert.rejects(
      stepOn(() => []),
      /needs at least one term/,
    );
  });

  it("updates running statistics in training, by the momentum, and no other weight without a gradient", async () => {
    const before = model.weights();
    const trained = new Map([...model.variables].filter(([, { trainable }]) => trainable));
    const optimizer = new Optimizer({ kind: "sgd", weightDecay: 0.1 }, trained);
    const bothHeads = lossTerm("clip head", ({ clipLogits }) => tf.mean(tf.square(clipLogits)));
    const step = compileClipStep({ name: "test", model, optimizer, device: "cpu", lossTerms: [bothHeads] });
    const pixels = Uint8Array.from({ length: 2 * 2 * 16 * 16 * 3 }, (_, i) => (i * 37) % 256);
    const labels = { data: new Float32Array(14), shape: [2, 7], dtype: "float32" } as const;
    const pseudoLabelLogits = { data: new Float32Array(28), shape: [2, 2, 7], dtype: "float32" } as const;
    const frames = { data: pixels, shape: [2, 2, 16, 16, 3], dtype: "int32" } as const;
    await step.run({ frames, labels, pseudoLabelLogits, ...scalars });
    await step.sync();
    await step.dispose();
    optimizer.dispose();
    const after = model.weights();
    const changed = (name: string) =>
      after.get(name)!.data.some((value, i) => value !== before.get(name)!.data[i]);
    assert.ok(changed("spatial.stem.norm.runningMean") && changed("spatial.stem.conv.weight"));
    assert.ok(!changed("head.emotion.weight") && !changed("head.frame.weight"));
    // the mean of the stem's outputs, from tfjs, weighted by the momentum (the running mean was 0)
    const momentum = model.configuration.batchNormMomentum;
    const means = tf.tidy(() => {
      const kernel = tf.transpose(
        tf.tensor(before.get("spatial.stem.conv.weight")!.data, [4, 3, 7, 7]),
        [2, 3, 1, 0],
      );
      const images = tf.div(tf.tensor4d(Float32Array.from(pixels), [4, 16, 16, 3]), 255);
      const seen = tf.conv2d(images as tf.Tensor4D, kernel as tf.Tensor4D, 2, [[0, 0], [3, 3], [3, 3], [0, 0]]); // prettier-ignore
      return tf.mul(tf.mean(seen, [0, 1, 2]), momentum).dataSync();
    });
    const { data } = after.get("spatial.stem.norm.runningMean")!;
    assert.ok(
      data.every((value, i) => Math.abs(value - means[i]) < 1e-5),
      `${data.join()} not ${means.join()}`,
    );
  });

  it("gives gradients by weight name, none for a weight that the loss does not depend on", () => {
    const named = new Map(
      ["head.clip.bias", "head.emotion.bias"].map((name) => [name, model.variables.get(name)!]),
    );
    tf.tidy(() => {
      bias.assign(tf.tensor([3, 0, 0, 0, 0, 0, 0]));
      const { value, gradients } = gradientsOf(named, () => tf.sum(tf.square(bias)) as tf.Scalar);
      assert.equal(value.dataSync()[0], 9);
      assert.deepEqual([...gradients.keys()], ["head.clip.bias"]);
      assert.deepEqual([...gradients.get("head.clip.bias")!.dataSync()], [6, 0, 0, 0, 0, 0, 0]);
    });
  });
});

describe("the terms of a loss", () => {
  const model = newModel(smallestModel);
  after(() => model.dispose());

  function valuesOf(terms: LossTerm[], weights: Record<string, tf.Tensor> = {}): WeightedValue[] {
    const outputs = forward(model.context(), tf.zeros([2, 2, 16, 16, 3]));
    const inputs = { labels: tf.zeros([2, 7]), pseudoLabelLogits: tf.zeros([2, 2, 7]), ...weights };
    return lossOf(outputs, inputs, model, terms);
  }

  it("are scalars whatever shape of one number they return, with a weight that an input may replace", () => {
    tf.tidy(() => {
      const given = tf.scalar(0.125);
      const terms = ["a", "b"].map((name) => lossTerm(name, () => tf.tensor([[7]]), { weight: 3 }));
      const [a, b] = valuesOf(terms, { "weight/b": given });
      assert.deepEqual([a.name, a.weight, a.value.shape], ["a", 3, []]);
      assert.equal(b.weight, given);
    });
  });

  it("are rejected, by name, when they return anything but one number", () => {
    const wide = lossTerm("wide", ({ clipLogits }) => clipLogits);
    const number = lossTerm("number", () => 3 as unknown as tf.Tensor);
    tf.tidy(() => {
      assert.throws(
        () => valuesOf([wide]),
        /"wide" must return one number, .* shape \[2, 7\]\. Return its tf\.mean/,
      );
      assert.throws(() => valuesOf([number]), {
        name: "TypeError",
        message: /"number" must .*returned number/,
      });
    });
  });
});

describe("pixels", () => {
  it("of 8 bits become shares of 255; floats are used unchanged", () => {
    tf.tidy(() => {
      const bytes = unitPixels(tf.tensor([0, 51, 255], undefined, "int32"));
      assert.deepEqual([bytes.dtype, [...bytes.dataSync()]], ["float32", [0, Math.fround(0.2), 1]]);
      const floats = tf.tensor([0.5]);
      assert.equal(unitPixels(floats), floats);
    });
  });
});
