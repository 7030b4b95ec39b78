import * as tf from "@tensorflow/tfjs-core";
import type { ForwardContext } from "./forwardContext.js";

/**
 * Batch norm over all axes but the last. In training it normalises by the batch's biased variance and
 * reports the statistics, from which {@link runningStatistics} computes the new running ones.
 */
export function batchNorm(context: ForwardContext, name: string, x: tf.Tensor): tf.Tensor {
  const gamma = context.parameter(`${name}.gamma`);
  const beta = context.parameter(`${name}.beta`);
  if (!context.training) return withRunningStatistics(context, name, x);
  const count = x.size / x.shape[x.rank - 1];
  const mean = tf.div(sumInStages(x), count);
  const variance = tf.div(sumInStages(tf.square(tf.sub(x, mean))), count);
  context.onStatistics?.(name, { mean: tf.keep(mean), variance: tf.keep(variance), count });
  const scale = tf.rsqrt(tf.add(variance, context.configuration.batchNormEpsilon));
  return normalise(x, gamma, beta, mean, scale, count);
}

function withRunningStatistics(context: ForwardContext, name: string, x: tf.Tensor): tf.Tensor {
  const epsilon = context.configuration.batchNormEpsilon;
  const deviation = tf.rsqrt(tf.add(context.parameter(`${name}.runningVar`), epsilon));
  const scale = tf.mul(context.parameter(`${name}.gamma`), deviation);
  const shift = tf.mul(context.parameter(`${name}.runningMean`), scale);
  return tf.add(tf.mul(x, scale), tf.sub(context.parameter(`${name}.beta`), shift));
}

/**
 * The gradient in closed form, which takes a third of the passes over `x` that the tape would. Neither direction makes
 * the normalised values: `x - mean`, which the variance needs too, is multiplied by one number a channel.
 */
function normalise(
  x: tf.Tensor,
  gamma: tf.Tensor,
  beta: tf.Tensor,
  mean: tf.Tensor,
  scale: tf.Tensor,
  count: number,
): tf.Tensor {
  const operation = tf.customGrad((...values) => {
    const [input, factor, offset] = values as tf.Tensor[];
    const save = values[3] as tf.GradSaveFunc;
    const centred = tf.sub(input, mean);
    save([centred, factor, scale]);
    const gradFunc = (dy: tf.Tensor, saved: tf.Tensor[]) => gradients(dy, saved, count);
    return { value: tf.add(tf.mul(centred, tf.mul(scale, factor)), offset), gradFunc };
  });
  return operation(x, gamma, beta);
}

function gradients(dy: tf.Tensor, saved: tf.Tensor[], count: number): tf.Tensor[] {
  const [centred, gamma, scale] = saved;
  const betaGradient = sumInStages(dy);
  const gammaGradient = tf.mul(sumInStages(tf.mul(dy, centred)), scale);
  const common = tf.div(betaGradient, count);
  const along = tf.mul(centred, tf.div(tf.mul(gammaGradient, scale), count));
  const inputGradient = tf.mul(tf.sub(tf.sub(dy, common), along), tf.mul(gamma, scale));
  return [inputGradient, gammaGradient, betaGradient];
}

/**
 * The sum over all axes but the last, one axis at a time: summing tens of thousands of float32 numbers at once
 * loses two more bits than summing a few dozen at a time, and those bits can flip a ReLU behind the norm.
 */
function sumInStages(x: tf.Tensor): tf.Tensor {
  let sum = x;
  while (sum.rank > 1) sum = tf.sum(sum, Math.max(0, sum.rank - 3));
  return sum;
}

/**
 * The running statistics after a batch: moved by `momentum` towards the new mean and the new unbiased variance
 * (SPEC.md, section 4).
 */
export function runningStatistics(
  running: { mean: tf.Tensor; variance: tf.Tensor },
  batch: { mean: tf.Tensor; variance: tf.Tensor; count: number },
  momentum: number,
): { mean: tf.Tensor; variance: tf.Tensor } {
  const unbiased = tf.mul(batch.variance, batch.count / Math.max(batch.count - 1, 1));
  const blend = (old: tf.Tensor, fresh: tf.Tensor) =>
    tf.add(tf.mul(old, 1 - momentum), tf.mul(fresh, momentum));
  return { mean: blend(running.mean, batch.mean), variance: blend(running.variance, unbiased) };
}
