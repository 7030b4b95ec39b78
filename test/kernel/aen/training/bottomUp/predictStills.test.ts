import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-core";
import { frameLogits } from "../../../../../kernel/aen/model/bottomUpBranch.js";
import { model as newModel } from "../../../../../kernel/aen/model/model.js";
import { predictStills } from "../../../../../kernel/aen/training/bottomUp/predictStills.js";
import { smallestModel } from "../patternClips.js";
import { patternStills } from "./stillsOfPattern.js";

describe("the predictions of a bottom-up branch for stills", () => {
  const model = newModel(smallestModel, { seed: 5 });
  const stills = patternStills(2);
  after(() => model.dispose());

  it("are the softmax of its frame head for each still, as plain tfjs computes it, also in an unfilled batch", async () => {
    const done: number[] = [];
    const onProgress = (count: number) => void done.push(count);
    const predictions = await predictStills(model, stills, { batch: 5, device: "cpu", onProgress });
    assert.deepEqual(done, [5, 10, 14]);
    for (const [at, clip] of stills.clips.entries()) {
      const { data } = await clip.read([0]);
      const expected = tf.tidy(() => {
        const pixels = tf.div(tf.tensor(Float32Array.from(data), [1, 16, 16, 3]), 255);
        return [...tf.logSoftmax(frameLogits(model.context(), pixels)).dataSync()];
      });
      const { emotionLogProbabilities, clipLogProbabilities, sentimentLogProbabilities, person } =
        predictions[at];
      expected.forEach((value, emotion) =>
        assert.ok(Math.abs(value - emotionLogProbabilities[emotion]) < 1e-4),
      );
      assert.deepEqual(clipLogProbabilities, emotionLogProbabilities);
      assert.deepEqual([sentimentLogProbabilities, person], [[], Math.floor(at / 7)]);
    }
  });
});
