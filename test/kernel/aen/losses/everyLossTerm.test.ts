import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-core";
import { dfewLabels } from "../../../../kernel/aen/labels.js";
import { functionIdentity } from "../../../../kernel/aen/losses/functionIdentity/functionIdentity.js";
import type { LossFamily } from "../../../../kernel/aen/losses/lossFamily.js";
import type { LossTerm } from "../../../../kernel/aen/losses/lossTerm.js";
import { groupSums, type LossInputs } from "../../../../kernel/aen/losses/lossInputs.js";
import {
  choicesBehind,
  lossFamilies,
  lossTerms,
  publishedLoss,
  recommendedLoss,
} from "../../../../kernel/aen/losses/lossTerms.js";
import { numbers, sameAsEager } from "../../engine/oracle.js";

/** Shapes of what the network computes: 3 clips with 4 frames. */
const shapes = {
  clipLogits: [3, 7],
  groupLogits: [3, 3],
  emotionLogits: [3, 7],
  frameLogits: [3, 4, 7],
  pseudoLabelLogits: [3, 4, 7],
  frameAttention: [3, 4],
  features0: [3, 4, 5],
  features1: [3, 4, 6],
  features3: [3, 4, 6],
  classVector0: [3, 5],
  classVector1: [3, 6],
  classVector3: [3, 6],
} as const;
const names = Object.keys(shapes) as (keyof typeof shapes)[];
const drawn = names.map((name, i) => numbers(shapes[name], i + 1, -2, 2));

function inputsOf(tensors: readonly tf.Tensor[]): LossInputs {
  const given = Object.fromEntries(names.map((name, i) => [name, tensors[i]])) as Record<
    keyof typeof shapes,
    tf.Tensor
  >;
  const labels = tf.cast(tf.oneHot([0, 2, 5], 7), "float32");
  return {
    ...given,
    labels,
    groupLabels: groupSums(labels, dfewLabels),
    clipLogProbabilities: tf.logSoftmax(given.clipLogits),
    groupLogProbabilities: tf.logSoftmax(given.groupLogits),
    emotionLogProbabilities: tf.logSoftmax(given.emotionLogits),
    features: { 0: given.features0, 1: given.features1, 3: given.features3 },
    classVectors: { 0: given.classVector0, 1: given.classVector1, 3: given.classVector3 },
    labelSet: dfewLabels,
  };
}

/** A term; all inputs take part with a factor of 0, as tfjs refuses gradients with respect to what does not. */
function programOf(value: LossTerm["value"]) {
  return (...tensors: tf.Tensor[]): tf.Tensor => {
    const nothing = tensors.map((tensor) => tf.mul(tf.mean(tensor), 0));
    return tf.add(value(inputsOf(tensors)), tf.addN(nothing));
  };
}

const presets = { published: publishedLoss, recommended: recommendedLoss };
const terms = Object.entries(presets).flatMap(([preset, choices]) =>
  Object.values<LossFamily>(lossFamilies).flatMap((family) =>
    family.terms({ ...choices, ...family.complete }).map((term) => ({ preset, ...term })),
  ),
);

describe("each term of the loss", () => {
  for (const { preset, name, value } of terms) {
    it(`${name}, ${preset}: is one number that compiles with its gradients, and depends on the network`, async () => {
      await tf.setBackend("cpu");
      const program = programOf(value);
      await sameAsEager(program, drawn, { gradients: names.map((_, i) => i) });
      tf.tidy(() => {
        const tensors = drawn.map(({ data, shape }) => tf.tensor(data, [...shape], "float32"));
        const { value: loss, grads } = tf.valueAndGrads((...given) => program(...given) as tf.Scalar)(
          tensors,
        );
        assert.deepEqual(loss.shape, []);
        assert.ok(Number.isFinite(loss.dataSync()[0]));
        assert.ok(grads.some((gradient) => gradient.dataSync().some((each) => each !== 0)));
      });
    });
  }

  it("keeps its own choices whatever terms are made after it", () => {
    const [first] = lossTerms(publishedLoss);
    const before = functionIdentity(first.value);
    lossTerms(recommendedLoss);
    assert.deepEqual(choicesBehind(first.value), publishedLoss);
    assert.equal(functionIdentity(first.value), before);
  });
});
