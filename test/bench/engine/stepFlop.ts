import { toArrayValue } from "../../../kernel/engine/run/arrayValue.js";
import type { OnnxStep } from "../../../kernel/engine/run/onnxStep.js";
import { multiplyAdds } from "../../../kernel/engine/ir/multiplyAdds.js";
import type { Target } from "../../../kernel/engine/ir/graph.js";
import { traceStep, type Trace } from "../../../kernel/engine/trace/trace.js";
import type { PresetName } from "../../../kernel/aen/model/presets.js";
import { aenStep, type PreparedStep, type StepPart } from "./aenStep.js";

/** Floating-point operations of a step's matrix products and convolutions, new weights included. */
export async function stepFlop(preset: PresetName, part: StepPart): Promise<number> {
  const prepared = aenStep(preset, part, { device: "cpu" });
  const { outputs, state } = traceOf(prepared, { provider: "cpu" });
  await prepared.close();
  const next = state.flatMap(({ next }) => next ?? []);
  return 2 * multiplyAdds([...outputs.map(({ value }) => value), ...next]);
}

/** The graph of a prepared step, as traced for a device. */
export function traceOf({ step, inputs }: PreparedStep, target: Target): Trace {
  const { options } = step as OnnxStep;
  const types = Object.entries(inputs).map(([name, input]) => [name, toArrayValue(input)] as const);
  return traceStep({ step: options.step, inputs: Object.fromEntries(types), state: options.state, target });
}
