import type * as tf from "@tensorflow/tfjs-core";
import { writeAtomically } from "../files/writeAtomically.js";
import type { ArrayValue, Step } from "./contract.js";
import { modelOf } from "./run/onnxStep.js";
import { traceStep, type InputType } from "./trace/trace.js";

export interface ExportOptions {
  /** An example, or the type and shape, of each input; shapes in the file are static. The step sees uint8 as int32. */
  readonly inputs: Readonly<Record<string, InputType | ArrayValue>>;
  /** Variables kept as inputs (`state/<name>`) and, if assigned, outputs (`next/<name>`); others become constants. */
  readonly state?: readonly tf.Variable[];
  readonly name?: string;
  /** Metadata strings stored in the file, by name (ModelProto.metadata_props). */
  readonly metadata?: Readonly<Record<string, string>>;
}

/**
 * A step as an ONNX file that plain ONNX Runtime can run: opset 20, all constants included. Inputs and outputs keep
 * the step's names; an output with the name of an input gets the suffix `/out`. Random draws are inputs `random/<n>`.
 * Throws TraceError if the step cannot be compiled, RangeError if the file would exceed the format's limit of 2 GB.
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

/** Writes {@link onnxBytes} to a file and creates missing folders. */
export async function exportOnnx(step: Step, file: string, options: ExportOptions): Promise<void> {
  writeAtomically(file, onnxBytes(step, options));
}
