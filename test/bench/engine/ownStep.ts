import { createInterface } from "node:readline";
import * as tf from "@tensorflow/tfjs-core";
import type { PresetName } from "../../../kernel/aen/model/presets.js";
import { aenStep, type StepPart } from "./aenStep.js";
import { matrixProduct } from "./matrixProduct.js";
import { ownPeer } from "./peers.js";

/**
 * Our side of the benchmark in a process of its own, driven like aen_step.py: each line "step" on standard input runs one
 * step and prints what it took as JSON, "quit" ends. The argument is a JSON object: `preset` and `part` (or the part
 * "matrix product", the machine's measured peak), `threads` by default all processors.
 */
interface Settings {
  readonly preset: PresetName;
  readonly part: StepPart | "matrix product";
  readonly threads?: number;
}

const { preset, part, threads } = JSON.parse(process.argv[2]) as Settings;
await tf.setBackend("cpu");
const options = { device: "cpu", threads } as const;
const prepared = part === "matrix product" ? matrixProduct(options) : aenStep(preset, part, options);
const peer = ownPeer("engine", prepared.run, prepared.close);
for await (const line of createInterface({ input: process.stdin })) {
  if (line.trim() === "quit") break;
  const taken = await peer.step();
  const peakMegabytes = process.resourceUsage().maxRSS / 1000;
  process.stdout.write(`${JSON.stringify({ ...taken, peakMegabytes })}\n`);
}
await peer.close();
