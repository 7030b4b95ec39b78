import * as tf from "@tensorflow/tfjs-core";
import { aenStep } from "../../bench/engine/aenStep.js";

/** Runs two training steps of the tiny AEN on the device named on the command line and prints losses and weights. */
const device = process.argv[2] as "cpu" | "webgpu";
await tf.setBackend("cpu");
const prepared = aenStep("tiny", "full", { device, profile: process.argv[3] });
const losses = [(await prepared.run()).loss.data[0], (await prepared.run()).loss.data[0]];
await prepared.step.sync();
const names = [
  "spatial.stem.conv.weight",
  "temporal.level3.layer0.attention.qkv.weight",
  "head.emotion.weight",
];
const weights = names.map((name) => Array.from(prepared.model.variables.get(name)!.dataSync()));
await prepared.close();
process.stdout.write(JSON.stringify({ losses, weights }));
