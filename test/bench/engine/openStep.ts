import * as tf from "@tensorflow/tfjs-core";
import { openCachedSession } from "../../../kernel/engine/run/cachedSession.js";
import { modelOf, targetOf } from "../../../kernel/engine/run/onnxStep.js";
import { aenStep } from "./aenStep.js";
import { traceOf } from "./stepFlop.js";

/** Traces the full-size step and opens its session in a fresh process, and prints the seconds of both. */
await tf.setBackend("cpu");
const prepared = aenStep("published", "full", { device: "cpu" });
const target = await targetOf("cpu");
const start = performance.now();
const trace = traceOf(prepared, target);
const traced = performance.now();
const session = await openCachedSession({ model: modelOf(trace, "aen full"), provider: "cpu" });
const seconds = { trace: (traced - start) / 1000, session: (performance.now() - traced) / 1000 };
await session.release();
await prepared.close();
process.stdout.write(JSON.stringify(seconds));
