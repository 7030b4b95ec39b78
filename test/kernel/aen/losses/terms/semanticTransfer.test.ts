import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-core";
import { lossTerms } from "../../../../../kernel/aen/losses/lossTerms.js";
import { frameScores, weightedFeatureSum } from "../../../../../kernel/aen/losses/terms/semanticTransfer.js";
import { rounded } from "../../model/weightsOf.js";
import { assertTerm, classVector, distance, features, inputs, pseudo, softmax } from "../oneClip.js";

describe("the transfer of a level, on numbers that can be followed by hand", () => {
  it("compares the class vector with the frames, each weighed by its logit of the truth", () => {
    const target = [0, 1].map((i) => 3 * features[0][i] + 1 * features[1][i]);
    for (const level of [0, 1, 3])
      assertTerm(`semantic transfer at level ${level}`, distance(classVector, target) / 2);
    assertTerm("semantic transfer at level 0", distance(classVector, target), { transferDivision: "none" });
  });

  it("may weigh with shares: the frames' probabilities of the truth, brought to a sum of 1", () => {
    const [p, q] = pseudo.map((frame) => softmax(frame)[0]);
    const weigh = (s: number, t: number) => [0, 1].map((i) => s * features[0][i] + t * features[1][i]);
    const shares = weigh(p / (p + q + 1e-6), q / (p + q + 1e-6));
    assertTerm("semantic transfer at level 1", distance(classVector, shares) / 2, { frameScore: "share" });
    const plain = distance(classVector, weigh(p, q)) / 2;
    assertTerm("semantic transfer at level 1", plain, { frameScore: "probability" });
  });

  it("weighs 0.4 times 3 at each level, as published", () => {
    const terms = lossTerms().filter(({ name }) => name.startsWith("semantic transfer"));
    assert.deepEqual(
      terms.map(({ name, weight }) => [name.slice(-1), Number(weight.toFixed(12))]),
      [
        ["0", 1.2],
        ["1", 1.2],
        ["3", 1.2],
      ],
    );
  });
});

describe("parts of the transfer", () => {
  it("pull the frames' features along, or only the class vector", () => {
    const gradient = (transferPulls: "features and class vectors" | "class vectors") => {
      const { labels, pseudoLabelLogits } = inputs();
      const sum = (x: tf.Tensor) =>
        tf.sum(
          weightedFeatureSum({ features: { 0: x }, labels, pseudoLabelLogits }, 0, { transferPulls }),
        ) as tf.Scalar;
      return rounded(tf.grad(sum)(tf.tensor3d([features])));
    };
    assert.deepEqual(gradient("features and class vectors"), [3, 3, 1, 1]);
    assert.deepEqual(gradient("class vectors"), [0, 0, 0, 0]);
  });

  it("score frames without a face 0, and share among the others", () => {
    const frameHasFace = tf.tensor2d([[1, 0]]);
    assert.deepEqual(rounded(frameScores({ ...inputs(), frameHasFace }, "logit")), [3, 0]);
    const [first, second] = frameScores({ ...inputs(), frameHasFace }, "share").dataSync();
    assert.ok(Math.abs(first - 1) < 1e-4 && second === 0, `${first}, ${second}`);
  });

  it("score frames so that shares sum to 1", () => {
    const shares = frameScores(inputs(), "share");
    assert.deepEqual(shares.shape, [1, 2, 1]);
    assert.ok(Math.abs((shares.dataSync() as Float32Array).reduce((a, b) => a + b) - 1) < 1e-5);
    assert.deepEqual(rounded(frameScores(inputs(), "logit")), [3, 1]);
  });
});
