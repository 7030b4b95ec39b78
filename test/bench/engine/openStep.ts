import * as tf from "@tensorflow/tfjs-core";
import { openCachedSession } from "../../../kernel/engine/run/cachedSession.js";
import { toArrayValue } from "../../../kernel/engine/run/arrayValue.js";
import { modelOf, targetOf, type OnnxStep } from "../../../kernel/engine/run/onnxStep.js";
import { traceStep } from "../../../kernel/engine/trace/trace.js";
import { aenStep } from "./aenStep.js";

/** Traces the full-size step and opens its session in a fresh process, and prints the seconds of both. */
await tf.setBackend("cpu");
const { step, inputs, close } = aenStep("published", "full", { device: "cpu" });
const { options } = step as OnnxStep;
const types = Object.entries(inputs).map(([name, input]) => [name, toArrayValue(input)] as const);
const start = performance.now();
const trace = traceStep({
  step: options.step,
  inputs: Object.fromEntries(types),
  state: options.state,
  target: await targetOf("cpu"),
});
const traced = performance.now();
const session = await openCachedSession({ model: modelOf(trace, options.name), provider: "cpu" });
const seconds = { trace: (traced - start) / 1000, session: (performance.now() - traced) / 1000 };
await session.release();
await close();
process.stdout.write(JSON.stringify(seconds));
