import type * as tf from "@tensorflow/tfjs-core";
import "./tensorflow.js";
import type { Step } from "./contract.js";
import { multiplyAdds } from "./ir/multiplyAdds.js";
import { traceStep, type InputType } from "./trace/trace.js";

/**
 * The multiply-adds of a step's outputs, counted in its graph without running it: those of matrix products and
 * convolutions ({@link multiplyAdds}); what no output needs is not counted. 1 multiply-add is 2 floating-point operations.
 * @param state the variables that the step reads
 * @throws TraceError if the step cannot be compiled
 */
export function countMultiplyAdds(
  step: Step,
  inputs: Readonly<Record<string, InputType>>,
  state: readonly tf.Variable[] = [],
): number {
  const { outputs } = traceStep({ step, inputs, state, target: { provider: "cpu" } });
  return multiplyAdds(outputs.map(({ value }) => value));
}
