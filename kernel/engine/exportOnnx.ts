import { writeFile } from "node:fs/promises";
import type * as tf from "@tensorflow/tfjs-core";
import type { Step } from "./compile.js";
import type { ArrayValue } from "./run/arrayValue.js";
import { modelOf } from "./run/onnxStep.js";
import { traceStep, type InputType } from "./trace/trace.js";

export interface ExportOptions {
  /** An example or the type and shape of each input; shapes in the file are static. The step sees uint8 as int32. */
  readonly inputs: Readonly<Record<string, InputType | ArrayValue>>;
  /** Variables that stay inputs (`state/<name>`) and, where assigned, outputs (`next/<name>`); others become constants. */
  readonly state?: readonly tf.Variable[];
  readonly name?: string;
  /** Texts by name that travel with the file (ModelProto.metadata_props). */
  readonly metadata?: Readonly<Record<string, string>>;
}

/**
 * A step as an ONNX file that plain ONNX Runtime runs: opset 20, all constants inside. Inputs and outputs have the
 * step's names, an output that is named like an input ends in `/out`; random draws are inputs `random/<n>`.
 * Throws TraceError where the step cannot be compiled, RangeError above the 2 GB that such a file may have.
 */
export function onnxBytes(step: Step, options: ExportOptions): Uint8Array {
  const { inputs, state = [], name = "step", metadata } = options;
  const types = Object.entries(inputs).map(([input, { dtype, shape }]) => [input, { dtype, shape }] as const);
  const target = { provider: "cpu" as const };
  const trace = traceStep({ step, inputs: Object.fromEntries(types), state, target });
  const { bytes } = modelOf(trace, name, { standalone: true, metadata });
  if (bytes.length >= 2 ** 31)
    throw new RangeError("An ONNX file holds at most 2 GB; keep more variables as state.");
  return bytes;
}

/** Writes {@link onnxBytes} to a file. */
export async function exportOnnx(step: Step, file: string, options: ExportOptions): Promise<void> {
  await writeFile(file, onnxBytes(step, options));
}
