import * as tf from "@tensorflow/tfjs-core";
import * as ort from "../../../../kernel/engine/run/onnxRuntime.js";
import { aenStep } from "../../../bench/engine/aenStep.js";

/** Runs two training steps of the tiny AEN and prints their losses, and whether the cache gave the step. */
const opened: (string | undefined)[] = [];
const { create } = ort.InferenceSession;
Object.assign(ort.InferenceSession, {
  create: async (model: Uint8Array, options: ort.InferenceSession.SessionOptions) => {
    const session = await create.call(ort.InferenceSession, model, options);
    opened.push(options.graphOptimizationLevel);
    return session;
  },
});
await tf.setBackend("cpu");
const prepared = aenStep("tiny", "full", { device: "cpu" });
const losses = [(await prepared.run()).loss.data[0], (await prepared.run()).loss.data[0]];
await prepared.close();
process.stdout.write(JSON.stringify({ losses, fromCache: opened.includes("disabled") }));
