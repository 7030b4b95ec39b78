import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-core";
import { aenStep } from "../../bench/engine/aenStep.js";

describe("300 training steps in a row", () => {
  it("need no more memory at the end than after the first hundred, and leave no tensor", async function () {
    this.timeout(240_000);
    await tf.setBackend("cpu");
    const prepared = aenStep("tiny", "full", { device: "cpu" });
    const withModel = tf.memory().numTensors;
    let early = 0;
    for (let i = 0; i < 300; i++) {
      await prepared.run();
      if (i === 100) early = process.memoryUsage().rss;
    }
    assert.equal(tf.memory().numTensors, withModel);
    assert.ok(
      process.memoryUsage().rss < early * 1.05,
      `${early} grew to ${process.memoryUsage().rss} bytes`,
    );
    await prepared.close();
  });
});
