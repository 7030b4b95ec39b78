import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-core";
import {
  bottomUp,
  featureWidths,
  forward,
  forwardFromFeatures,
} from "../../../../kernel/aen/model/forward.js";
import { model } from "../../../../kernel/aen/model/model.js";
import { smallestModel } from "../training/patternClips.js";
import { rounded } from "./weightsOf.js";

describe("a forward pass", () => {
  const own = model(smallestModel, { seed: 4 });
  after(() => own.dispose());
  const frames = tf.randomUniform([2, 2, 16, 16, 3], 0, 1, "float32", 11);

  it("gives each output in its documented shape", () => {
    const outputs = forward(own.context(), frames);
    const shapes = Object.fromEntries(
      [
        ["frameLogits", outputs.frameLogits],
        ["frameAttention", outputs.frameAttention],
        ["clip", outputs.logits.clip],
        ["group", outputs.logits.group],
        ["emotion", outputs.logits.emotion],
        ["features 1", outputs.features[1]],
        ["class vector 0", outputs.classVectors[0]],
      ].map(([name, tensor]) => [name, (tensor as tf.Tensor).shape]),
    );
    assert.deepEqual(shapes, {
      frameLogits: [2, 2, 7],
      frameAttention: [2, 2],
      clip: [2, 7],
      group: [2, 3],
      emotion: [2, 7],
      "features 1": [2, 2, 16],
      "class vector 0": [2, 8],
    });
  });

  it("gives logarithms of probabilities that sum to 1", () => {
    const { logProbabilities } = forward(own.context(), frames);
    for (const head of ["clip", "group", "emotion"] as const)
      assert.deepEqual(rounded(tf.sum(tf.exp(logProbabilities[head]!), 1)), [1, 1], head);
  });

  it("is the bottom-up branch and then the rest: features may be kept between", () => {
    const whole = forward(own.context(), frames);
    const { features, frameLogits } = bottomUp(own.context(), frames);
    const rest = forwardFromFeatures(own.context(), { features, frameLogits });
    assert.deepEqual(rounded(rest.logits.emotion), rounded(whole.logits.emotion));
    for (const [level, width] of Object.entries(featureWidths(own.context())))
      assert.equal(features[Number(level)].shape[2], width);
  });

  it("keeps a clip's frames together: frames of one clip do not change the other", () => {
    const [first, second] = tf.unstack(frames);
    const swapped = tf.stack([second, first]);
    const logits = rounded(forward(own.context(), frames).logits.emotion, 3);
    const other = rounded(forward(own.context(), swapped).logits.emotion, 3);
    assert.deepEqual([...other.slice(7), ...other.slice(0, 7)], logits);
  });

  it("reports every step to its observer, by the specification's names", () => {
    const seen: string[] = [];
    forward(own.context({ observe: (name) => void seen.push(name) }), frames);
    for (const name of [
      "features.level0",
      "frameLogits.main",
      "temporal.level3.out",
      "fusion.high",
      "logProbs.group",
    ])
      assert.ok(seen.includes(name), name);
    assert.equal(new Set(seen).size, seen.length, "each once");
  });
});
