import * as tf from "@tensorflow/tfjs-core";
import { batchNorm } from "./batchNorm.js";
import { linear, type ForwardContext } from "./forwardContext.js";

/** The bottom-up branch's outputs for single frames; n frames in all. */
export interface FrameFeatures {
  /** Features by semantic level, `[n, width of the level]`. */
  readonly levels: Readonly<Record<number, tf.Tensor>>;
  /** `[n, emotions]` */
  readonly frameLogits: tf.Tensor;
}

/**
 * The bottom-up branch (SPEC.md, section 1.1).
 * @param frames `[n, size, size, 3]`, RGB in [0, 1]
 */
export function bottomUpBranch(context: ForwardContext, frames: tf.Tensor): FrameFeatures {
  const first = stage(context, 1, stem(context, frames));
  const second = stage(context, 2, first);
  const third = stage(context, 3, second);
  const fourth = stage(context, 4, third);
  const level3 = tap(context, 3, third);
  const levels: Record<number, tf.Tensor> = {
    0: tf.mean(fourth, [1, 2]),
    1: tap(context, 1, first),
    3: level3,
  };
  if (context.configuration.level2) levels[2] = tap(context, 2, second);
  return { levels, frameLogits: linear(context, "head.frame", level3) };
}

/**
 * The frame model alone: the logits of each frame, `[n, emotions]`, skipping the parts that cannot influence
 * them (SPEC.md, section 1.4).
 * @param frames `[n, size, size, 3]`, RGB in [0, 1]
 */
export function frameLogits(context: ForwardContext, frames: tf.Tensor): tf.Tensor {
  const third = [1, 2, 3].reduce((x, number) => stage(context, number, x), stem(context, frames));
  return linear(context, "head.frame", tap(context, 3, third));
}

function stem(context: ForwardContext, frames: tf.Tensor): tf.Tensor {
  const convolved = convolve(context, "spatial.stem.conv", frames, 2, 3);
  const active = tf.relu(batchNorm(context, "spatial.stem.norm", convolved));
  const pooled = tf.maxPool(active as tf.Tensor4D, 3, 2, 1);
  context.observe?.("spatial.stem.out", pooled);
  return pooled;
}

function stage(context: ForwardContext, number: number, input: tf.Tensor): tf.Tensor {
  const name = `spatial.stage${number}`;
  let x = input;
  for (let block = 0; block < context.configuration.blocksPerStage[number - 1]; block += 1) {
    x = residualBlock(context, `${name}.block${block}`, x, number > 1 && block === 0);
  }
  context.observe?.(`${name}.out`, x);
  return x;
}

/** The first block of stages 2 to 4 halves the resolution and projects its shortcut. */
function residualBlock(context: ForwardContext, name: string, x: tf.Tensor, halves: boolean): tf.Tensor {
  const stride = halves ? 2 : 1;
  const first = convolve(context, `${name}.conv1`, x, stride, 1);
  const active = tf.relu(batchNorm(context, `${name}.norm1`, first));
  const second = batchNorm(context, `${name}.norm2`, convolve(context, `${name}.conv2`, active, 1, 1));
  return tf.relu(tf.add(second, halves ? projection(context, `${name}.shortcut`, x) : x));
}

function projection(context: ForwardContext, name: string, x: tf.Tensor): tf.Tensor {
  return batchNorm(context, `${name}.norm`, convolve(context, `${name}.conv`, x, 2, 0));
}

function convolve(context: ForwardContext, name: string, x: tf.Tensor, stride: number, pad: number) {
  const filter = context.parameter(`${name}.weight`) as tf.Tensor4D;
  return tf.conv2d(x as tf.Tensor4D, filter, stride, pad);
}

/** Two 1x1 convolutions with bias and no activation between them, flattened: `[n, D]`. */
function tap(context: ForwardContext, level: number, x: tf.Tensor): tf.Tensor {
  const projected = pointwise(context, `spatial.tap${level}.project`, x);
  const reduced = pointwise(context, `spatial.tap${level}.reduce`, projected);
  const channelFirst = context.configuration.tapOrder === "channel first";
  const ordered = channelFirst ? tf.transpose(reduced, [0, 3, 1, 2]) : reduced;
  return tf.reshape(ordered, [x.shape[0], -1]);
}

/** A 1x1 convolution as a linear map of the channels. */
function pointwise(context: ForwardContext, name: string, x: tf.Tensor): tf.Tensor {
  const filter = context.parameter(`${name}.weight`);
  const weight = tf.reshape(filter, [filter.shape[2]!, filter.shape[3]!]) as tf.Tensor2D;
  const rows = tf.reshape(x, [-1, weight.shape[0]]) as tf.Tensor2D;
  const sum = tf.add(tf.matMul(rows, weight), context.parameter(`${name}.bias`));
  return tf.reshape(sum, [...x.shape.slice(0, -1), weight.shape[1]]);
}
