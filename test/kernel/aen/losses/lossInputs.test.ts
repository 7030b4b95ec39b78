import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-core";
import { dfewLabels, LabelSet } from "../../../../kernel/aen/labels.js";
import {
  groupLogProbabilities,
  groupMeans,
  groupSums,
  lossInputs,
} from "../../../../kernel/aen/losses/lossInputs.js";
import { forward } from "../../../../kernel/aen/model/forward.js";
import { model } from "../../../../kernel/aen/model/model.js";
import { rounded } from "../model/weightsOf.js";
import { smallestModel } from "../training/patternClips.js";

const labels = new LabelSet(["a", "b", "c", "d"], { odd: ["a", "c", "d"], even: ["b"] });
const values = tf.tensor2d([
  [1, 2, 3, 8],
  [0, -1, 0, 3],
]);

describe("sentiment groups of a batch", () => {
  it("have the sum of their emotions' values", () => {
    assert.deepEqual(rounded(groupSums(values, labels)), [12, 2, 3, -1]);
  });

  it("have the mean of their emotions' values", () => {
    assert.deepEqual(rounded(groupMeans(values, labels)), [4, 2, 1, -1]);
  });

  it("have the logarithm of their emotions' summed probability", () => {
    const probabilities = [0.1, 0.5, 0.15, 0.25];
    const logs = groupLogProbabilities(tf.log(tf.tensor2d([probabilities])), labels);
    assert.deepEqual(
      rounded(logs),
      [Math.log(0.5), Math.log(0.5)].map((log) => Number(log.toFixed(4))),
    );
  });

  it("stay finite where all their emotions are impossible", () => {
    const logs = groupLogProbabilities(tf.tensor2d([[-200, 0, -200, -200]]), labels);
    assert.ok(logs.dataSync().every(Number.isFinite));
  });
});

describe("what a loss term may look at", () => {
  it("are the outputs of the network under their names, and the group of the true emotion", () => {
    const own = model(smallestModel);
    const outputs = forward(own.context(), tf.zeros([2, 2, 16, 16, 3]));
    const oneHot = tf.oneHot(tf.tensor1d([4, 6], "int32"), 7).toFloat();
    const pseudo = tf.zeros([2, 2, 7]);
    const inputs = lossInputs(outputs, oneHot, pseudo, dfewLabels);
    assert.deepEqual(rounded(inputs.groupLabels), [1, 0, 0, 0, 0, 1], "Surprise is positive, Fear negative");
    assert.equal(inputs.clipLogits, outputs.logits.clip);
    assert.equal(inputs.groupLogProbabilities, outputs.logProbabilities.group);
    assert.equal(inputs.emotionLogProbabilities, outputs.logProbabilities.emotion);
    assert.equal(inputs.pseudoLabelLogits, pseudo);
    assert.equal(inputs.frameLogits, outputs.frameLogits);
    own.dispose();
  });
});
