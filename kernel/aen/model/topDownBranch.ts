import * as tf from "@tensorflow/tfjs-core";
import { linear, type ForwardContext } from "./forwardContext.js";
import { standardise } from "./temporalEncoder.js";

/** The heads' raw scores; a clip model with one head has its scores for both `clip` and `emotion`. */
export interface ClipLogits {
  /** From the class vector of level 0, `[batch, emotions]`. */
  readonly clip: tf.Tensor;
  /** Sentiment groups, from level 1 viewed through level 0, `[batch, groups]`; absent without such a head. */
  readonly group?: tf.Tensor;
  /** Emotions, from level 3 viewed through the sentiment, `[batch, emotions]`. */
  readonly emotion: tf.Tensor;
}

/**
 * The top-down branch: first sentiment, then emotion (SPEC.md, section 1.3).
 * @param classVectors by semantic level, `[batch, width of the level]`
 */
export function topDownBranch(
  context: ForwardContext,
  classVectors: Readonly<Record<number, tf.Tensor>>,
): Required<ClipLogits> {
  const [c0, c1, c3] = [0, 1, 3].map((level) => prepared(context, classVectors[level]));
  const low = tf.add(crossLevel(context, "Low", c0, c1), observed(context, "lift", c0));
  context.observe?.("fusion.low", low);
  const high = tf.add(crossLevel(context, "High", low, c3), low);
  context.observe?.("fusion.high", high);
  return {
    clip: linear(context, "head.clip", c0),
    group: linear(context, "head.group", low),
    emotion: linear(context, "head.emotion", high),
  };
}

/** A class vector as heads and top-down branch take it (SPEC.md, quirk 29). */
export function prepared(context: ForwardContext, classVector: tf.Tensor): tf.Tensor {
  const { normaliseClassVectors, layerNormEpsilon } = context.configuration;
  return normaliseClassVectors ? standardise(classVector, layerNormEpsilon) : classVector;
}

function observed(context: ForwardContext, name: string, x: tf.Tensor): tf.Tensor {
  const y = linear(context, `fusion.${name}`, x);
  context.observe?.(`fusion.${name}.out`, y);
  return y;
}

function crossLevel(context: ForwardContext, which: "Low" | "High", source: tf.Tensor, target: tf.Tensor) {
  const query = observed(context, `query${which}`, source);
  const attended = attend(query, target, context.configuration.fusionSoftmax);
  context.observe?.(`fusion.attended${which}`, attended);
  return linear(context, `fusion.out${which}`, attended);
}

/**
 * `M_ij = query_i · target_j / √D`, softmax over i ("query", as published) or j ("key"), then `Σ_j P_ij · target_j`.
 * tfjs only has a softmax over the last axis, hence the two orders of the product.
 */
function attend(query: tf.Tensor, target: tf.Tensor, softmaxOver: "query" | "key"): tf.Tensor {
  const [batch, size] = query.shape;
  const column = (x: tf.Tensor) => tf.reshape(x, [batch, size, 1]);
  const row = (x: tf.Tensor) => tf.reshape(x, [batch, 1, size]);
  const scaled = tf.div(query, Math.sqrt(size));
  const attended =
    softmaxOver === "query"
      ? tf.matMul(row(target), tf.softmax(tf.mul(column(target), row(scaled))))
      : tf.matMul(tf.softmax(tf.mul(column(scaled), row(target))), column(target));
  return tf.reshape(attended, [batch, size]);
}
