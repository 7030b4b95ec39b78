import * as tf from "@tensorflow/tfjs-core";
import { linear, type ForwardContext } from "./forwardContext.js";

/** A temporal encoder's outputs for the frames of a clip. */
export interface ClipFeatures {
  /** The class token after the last layer, `[batch, width]`. */
  readonly classVector: tf.Tensor;
  /** Attention of the class token to each frame in the last layer, averaged over heads, `[batch, frames]`. */
  readonly frameAttention: tf.Tensor;
}

/**
 * The transformer over frames of one semantic level (SPEC.md, section 1.2).
 * @param features `[batch, frames, width]`
 * @param frameHasFace `[batch, frames]`, 0 for a frame that no token attends to where the configuration masks such frames
 */
export function temporalEncoder(
  context: ForwardContext,
  level: number,
  features: tf.Tensor,
  frameHasFace?: tf.Tensor,
): ClipFeatures {
  const name = `temporal.level${level}`;
  const [batch, , width] = features.shape;
  const token = tf.tile(context.parameter(`${name}.classToken`), [batch, 1, 1]);
  const tokens = tf.concat([token, features], 1);
  let z = tf.add(tokens, context.parameter(`${name}.position`)) as tf.Tensor;
  context.observe?.(`${name}.tokensIn`, z);
  let weights = z;
  const masked = context.configuration.facelessFrames === "masked";
  const mask = masked && frameHasFace ? attentionMask(frameHasFace) : undefined;
  for (let layer = 0; layer < context.configuration.temporalDepth; layer += 1) {
    [z, weights] = temporalLayer(context, `${name}.layer${layer}`, z, mask);
  }
  const classVector = tf.reshape(tf.slice(z, [0, 0, 0], [batch, 1, width]), [batch, width]);
  context.observe?.(`${name}.out`, classVector);
  return { classVector, frameAttention: attentionToFrames(weights) };
}

/** What is added to attention scores: 0 for the class token and frames with a face, else as good as minus infinity. */
function attentionMask(frameHasFace: tf.Tensor): tf.Tensor {
  const [batch, frames] = frameHasFace.shape;
  const tokens = tf.concat([tf.ones([batch, 1]), frameHasFace], 1);
  return tf.reshape(tf.mul(tf.sub(tokens, 1), 1e9), [batch, 1, 1, frames + 1]);
}

function attentionToFrames(weights: tf.Tensor): tf.Tensor {
  const [batch, heads, tokens] = weights.shape;
  const fromClassToken = tf.slice(weights, [0, 0, 0, 1], [batch, heads, 1, tokens - 1]);
  return tf.reshape(tf.mean(fromClassToken, 1), [batch, tokens - 1]);
}

/** Pre-norm attention and feed-forward, each with a residual; returns the tokens and the attention weights. */
function temporalLayer(
  context: ForwardContext,
  name: string,
  z: tf.Tensor,
  mask: tf.Tensor | undefined,
): [tf.Tensor, tf.Tensor] {
  const [mixed, weights] = attention(context, `${name}.attention`, z, mask);
  const afterAttention = tf.add(z, mixed);
  context.observe?.(`${name}.afterAttention`, afterAttention);
  const afterFeedForward = tf.add(
    afterAttention,
    feedForward(context, `${name}.feedForward`, afterAttention),
  );
  context.observe?.(`${name}.afterFeedForward`, afterFeedForward);
  return [afterFeedForward, weights];
}

function attention(
  context: ForwardContext,
  name: string,
  z: tf.Tensor,
  mask: tf.Tensor | undefined,
): [tf.Tensor, tf.Tensor] {
  const { heads, headSize, attentionScale } = context.configuration;
  const [batch, tokens, width] = z.shape;
  const inner = heads * headSize;
  const qkv = linear(context, `${name}.qkv`, layerNorm(context, `${name}.norm`, z), false);
  const [query, key, value] = [0, 1, 2].map((third) =>
    splitHeads(context, tf.slice(qkv, [0, 0, third * inner], [batch, tokens, inner])),
  );
  const scale = 1 / Math.sqrt(attentionScale === "head size" ? headSize : width);
  const scores = tf.mul(tf.matMul(query, key, false, true), scale);
  const weights = tf.softmax(mask ? tf.add(scores, mask) : scores);
  const joined = joinHeads(context, tf.matMul(weights, value));
  return [linear(context, `${name}.out`, joined), weights];
}

/** `[batch, tokens, heads·headSize]` to `[batch, heads, tokens, headSize]` */
function splitHeads(context: ForwardContext, x: tf.Tensor): tf.Tensor {
  const { heads, headSize, headOrder } = context.configuration;
  const [batch, tokens] = x.shape;
  return headOrder === "head first"
    ? tf.transpose(tf.reshape(x, [batch, tokens, heads, headSize]), [0, 2, 1, 3])
    : tf.transpose(tf.reshape(x, [batch, tokens, headSize, heads]), [0, 3, 1, 2]);
}

function joinHeads(context: ForwardContext, x: tf.Tensor): tf.Tensor {
  const [batch, heads, tokens, headSize] = x.shape;
  const order = context.configuration.headOrder === "head first" ? [0, 2, 1, 3] : [0, 2, 3, 1];
  return tf.reshape(tf.transpose(x, order), [batch, tokens, heads * headSize]);
}

function feedForward(context: ForwardContext, name: string, z: tf.Tensor): tf.Tensor {
  const expanded = linear(context, `${name}.expand`, layerNorm(context, `${name}.norm`, z));
  return linear(context, `${name}.contract`, gelu(expanded, context.configuration.gelu));
}

function gelu(u: tf.Tensor, form: "tanh" | "erf"): tf.Tensor {
  const gate = form === "tanh" ? tf.tanh(tanhArgument(u)) : tf.erf(tf.mul(u, Math.SQRT1_2));
  return tf.mul(tf.mul(u, 0.5), tf.add(gate, 1));
}

function tanhArgument(u: tf.Tensor): tf.Tensor {
  const cubic = tf.mul(tf.mul(tf.square(u), u), 0.044715);
  return tf.mul(tf.add(u, cubic), Math.sqrt(2 / Math.PI));
}

function layerNorm(context: ForwardContext, name: string, z: tf.Tensor): tf.Tensor {
  const normal = standardise(z, context.configuration.layerNormEpsilon);
  return tf.add(tf.mul(normal, context.parameter(`${name}.gamma`)), context.parameter(`${name}.beta`));
}

/** Normalises to mean 0 and variance 1 over the last axis. */
export function standardise(z: tf.Tensor, epsilon: number): tf.Tensor {
  const centred = tf.sub(z, tf.mean(z, -1, true));
  const variance = tf.mean(tf.square(centred), -1, true);
  return tf.mul(centred, tf.rsqrt(tf.add(variance, epsilon)));
}
