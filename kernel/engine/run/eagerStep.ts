import * as tf from "@tensorflow/tfjs-core";
import type { ArrayValue, CompiledStep, Step, StepInput } from "../contract.js";
import { toArrayValue } from "./arrayValue.js";
import { useTensorflow } from "./tensorflowBackend.js";

/**
 * Runs a step eagerly, for the device "tensorflow": on the user's libtensorflow if installed, otherwise on the
 * current tfjs backend.
 */
export function eagerStep(step: Step, onNotice?: (notice: string) => void): CompiledStep {
  return {
    device: "tensorflow",
    run: async (inputs) => {
      await useTensorflow(onNotice);
      return runEagerly(step, inputs);
    },
    sync: async () => {},
    dispose: async () => {},
  };
}

async function runEagerly(
  step: Step,
  inputs: Readonly<Record<string, StepInput>>,
): Promise<Record<string, ArrayValue>> {
  const outputs = tf.tidy(() => {
    const tensors = Object.entries(inputs).map(
      ([name, input]) => [name, toTensor(toArrayValue(input))] as const,
    );
    return step(Object.fromEntries(tensors)) as tf.TensorContainerObject;
  });
  const entries = Object.entries(outputs as Record<string, tf.Tensor>).map(async ([name, tensor]) => {
    const data = (await tensor.data()) as ArrayValue["data"];
    tensor.dispose();
    return [name, { data, shape: tensor.shape, dtype: tensor.dtype as ArrayValue["dtype"] }] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

function toTensor({ data, shape, dtype }: ArrayValue): tf.Tensor {
  return tf.tensor(data, [...shape], dtype);
}
