import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-backend-cpu";
import { meanOfFeatures } from "../../../../../kernel/aen/model/clipModels/meanOfFeatures.js";

describe("the mean of features", () => {
  /** Two clips of two frames of one feature. */
  const features = () => tf.tensor([1, 3, 10, 20], [2, 2, 1]);
  const mean = (mask?: number[]) => [
    ...meanOfFeatures(features(), mask && tf.tensor(mask, [2, 2])).dataSync(),
  ];

  it("is over all frames, or over those that show a face, or all of a clip without any", () => {
    assert.deepEqual(mean(), [2, 15]);
    assert.deepEqual(mean([0, 1, 1, 1]), [3, 15]);
    assert.deepEqual(mean([1, 0, 0, 0]), [1, 15]);
  });
});
