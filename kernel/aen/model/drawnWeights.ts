import { initialValues } from "./initialValues.js";
import { toNetwork } from "./layout.js";
import type { Model } from "./model.js";

/**
 * Whether a model's weights are still those that its seed draws, so that configuration and seed make the same model
 * again. A model that has a frozen frame model was trained.
 */
export function hasDrawnWeights({ parameters, variables, frozenVariables, seed }: Model): boolean {
  if (frozenVariables) return false;
  return parameters.every((parameter) => {
    const drawn = toNetwork(initialValues(parameter, seed), parameter.shape);
    const own = variables.get(parameter.name)!.dataSync();
    return sameBits(drawn, own as Float32Array);
  });
}

function sameBits(a: Float32Array, b: Float32Array): boolean {
  return Buffer.compare(bytesOf(a), bytesOf(b)) === 0;
}

function bytesOf({ buffer, byteOffset, byteLength }: Float32Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}
