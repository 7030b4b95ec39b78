import type * as tf from "@tensorflow/tfjs-core";
import "../../../../kernel/engine/tensorflow.js";
import type { BatchStatistics, ForwardContext } from "../../../../kernel/aen/model/forwardContext.js";
import type { ModelConfiguration } from "../../../../kernel/aen/model/configuration.js";
import { presets } from "../../../../kernel/aen/model/presets.js";

/** A context whose weights are given by name, in the order of the network. */
export function weightsOf(
  weights: Readonly<Record<string, tf.Tensor>>,
  configuration: Partial<ModelConfiguration> = {},
  training = false,
): ForwardContext & { readonly statistics: Map<string, BatchStatistics> } {
  const statistics = new Map<string, BatchStatistics>();
  return {
    configuration: { ...presets.tiny, ...configuration },
    parameter: (name) => weights[name],
    training,
    onStatistics: (name, values) => void statistics.set(name, values),
    statistics,
  };
}

/** The numbers of a tensor, rounded to what float32 holds for sure. */
export function rounded(tensor: tf.Tensor, digits = 4): number[] {
  return Array.from(tensor.dataSync(), (value) => Number(value.toFixed(digits)) + 0);
}
