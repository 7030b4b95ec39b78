import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-core";
import { setOwnerLookup } from "../../../../../kernel/aen/host/cancellation.js";
import { measureLatency } from "../../../../../kernel/aen/model/card/latency.js";
import { model as newModel } from "../../../../../kernel/aen/model/model.js";
import { smallestModel } from "../../training/patternClips.js";

describe("the latency of one clip", () => {
  const model = newModel(smallestModel);
  after(() => model.dispose());

  it("is positive and finite, with where it was measured", async () => {
    const progress: number[][] = [];
    const onProgress = (...args: number[]) => progress.push(args);
    const latency = await measureLatency(model, { device: "cpu", threads: 1, runs: 4, onProgress });
    const { fastestMs, medianMs, slowestMs } = latency;
    assert.ok(fastestMs > 0 && fastestMs <= medianMs && medianMs <= slowestMs && Number.isFinite(slowestMs));
    assert.deepEqual([latency.device, latency.threads, latency.runs], ["cpu", 1, 4]);
    assert.ok(latency.hardware.length > 0);
    assert.deepEqual(progress.at(-1), [4, 4]);
  });

  it("ends with the signal, and leaves no tensor behind", async () => {
    const before = tf.memory().numTensors;
    const controller = new AbortController();
    const onProgress = () => controller.abort(new Error("enough"));
    const { signal } = controller;
    await assert.rejects(measureLatency(model, { device: "cpu", runs: 1e6, onProgress, signal }), /enough/);
    assert.equal(tf.memory().numTensors, before);
  });

  it("ends with the cell that asked for it", async () => {
    const cell = new AbortController();
    setOwnerLookup(() => ({ signal: cell.signal, carryOut: (work) => work() }));
    try {
      const onProgress = () => cell.abort(new Error("stopped"));
      await assert.rejects(measureLatency(model, { device: "cpu", runs: 1e6, onProgress }), /stopped/);
    } finally {
      setOwnerLookup(undefined);
    }
  });

  it("is of one clip or more", () => {
    for (const runs of [0, 1.5, NaN])
      assert.throws(() => void measureLatency(model, { runs }), /"runs" must be a positive whole number/);
  });
});
