import * as tf from "@tensorflow/tfjs-core";
import type { ModelConfiguration } from "./configuration.js";

/** Mean and biased variance of one batch norm, `[channels]`, over `count` values per channel. */
export interface BatchStatistics {
  readonly mean: tf.Tensor;
  readonly variance: tf.Tensor;
  readonly count: number;
}

/** What a forward pass reads, and the callbacks it reports to. */
export interface ForwardContext {
  readonly configuration: ModelConfiguration;
  /** The weights by name, in tfjs order. */
  parameter(name: string): tf.Tensor;
  /** Whether batch norms use the batch's statistics (true) or the running ones. */
  readonly training: boolean;
  /** Called for each batch norm in training; the callee disposes of the tensors. */
  onStatistics?(name: string, statistics: BatchStatistics): void;
  /** Called with each intermediate value, named as in SPEC.md, section 10; images: `[n, height, width, channels]`. */
  observe?(name: string, value: tf.Tensor): void;
}

/** `x·W + b` over the last axis; the bias is optional. */
export function linear(context: ForwardContext, name: string, x: tf.Tensor, bias = true): tf.Tensor {
  const weight = context.parameter(`${name}.weight`) as tf.Tensor2D;
  const rows = tf.reshape(x, [-1, weight.shape[0]]) as tf.Tensor2D;
  const product = tf.matMul(rows, weight);
  const shifted = bias ? tf.add(product, context.parameter(`${name}.bias`)) : product;
  return tf.reshape(shifted, [...x.shape.slice(0, -1), weight.shape[1]]);
}
