import * as tf from "@tensorflow/tfjs-core";
import * as ort from "../../../../kernel/engine/run/onnxRuntime.js";
import { aenStep } from "../../../bench/engine/aenStep.js";

/** Runs two training steps of the tiny AEN and prints their losses, and whether the cache gave the step. */
const levels: (string | undefined)[] = [];
const { create } = ort.InferenceSession;
Object.assign(ort.InferenceSession, {
  create: (model: Uint8Array, options: ort.InferenceSession.SessionOptions) => {
    levels.push(options.graphOptimizationLevel);
    return create.call(ort.InferenceSession, model, options);
  },
});
await tf.setBackend("cpu");
const prepared = aenStep("tiny", "full", { device: "cpu" });
const losses = [(await prepared.run()).loss.data[0], (await prepared.run()).loss.data[0]];
await prepared.close();
process.stdout.write(JSON.stringify({ losses, fromCache: levels.at(-1) === "disabled" }));
