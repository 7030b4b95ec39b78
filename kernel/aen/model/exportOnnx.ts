import * as tf from "@tensorflow/tfjs-core";
import { exportOnnx as exportStep } from "../../engine/exportOnnx.js";
import { reportedBeta } from "../../metrics/fusion.js";
import { forward } from "./forward.js";
import type { Model } from "./model.js";

export interface ModelExportOptions {
  /** Weight of the clip head against the top-down branch, in [0, 1]; fixed in the file. @default 0.3 */
  readonly beta?: number;
  /** Clips per run; shapes in the file are fixed. @default 1 */
  readonly batch?: number;
  /** Type of the frame values: 8-bit integers from 0 to 255, or float32 from 0 to 1. @default "uint8" */
  readonly pixels?: "uint8" | "float32";
}

/**
 * Writes a model as an ONNX file that any ONNX Runtime runs without AEN Notebook (opset 20, weights included). Missing
 * folders are created.
 *
 * Input: `frames`, RGB, `[batch, frames, size, size, 3]`; for a network that masks frames without a face (`facelessFrames:
 * "masked"`) also `frameHasFace`, float32, `[batch, frames]`, 1 for a frame that shows a face and 0 for one without. Outputs: `probabilities` of the emotions,
 * `[batch, emotions]`, from the scores fused at beta (SPEC.md, section 7: β·PG + (1-β)·PL2) and normalised to
 * sum to 1, and `sentimentProbabilities` of the sentiment head, if there is one, `[batch, groups]`. Emotion and group names,
 * beta and the configuration are in the file's metadata as `emotions`, `groups` (JSON), `beta`, `configuration`.
 * @throws RangeError for a beta outside [0, 1], a batch that is not a positive integer, or a file above 2 GB
 */
export async function exportOnnx(
  model: Model,
  file: string,
  options: ModelExportOptions = {},
): Promise<void> {
  const { beta = reportedBeta, batch = 1, pixels = "uint8" } = options;
  if (!(beta >= 0 && beta <= 1)) throw new RangeError(`Beta must lie between 0 and 1, got ${beta}.`);
  if (!Number.isInteger(batch) || batch < 1) {
    throw new RangeError(`"batch" must be a positive whole number, got ${batch}.`);
  }
  const { configuration, labels } = model;
  const { frames, size } = configuration;
  const metadata = {
    emotions: JSON.stringify(labels.emotions),
    groups: JSON.stringify(labels.groups.map(({ name }) => name)),
    beta: String(beta),
    configuration: JSON.stringify(configuration),
  };
  const faces = { frameHasFace: { dtype: "float32", shape: [batch, frames] } } as const;
  const isMasked = configuration.facelessFrames === "masked";
  await exportStep((inputs) => classify(model, inputs, beta), file, {
    name: "AEN",
    inputs: { frames: { dtype: pixels, shape: [batch, frames, size, size, 3] }, ...(isMasked && faces) },
    metadata,
  });
}

function classify(
  model: Model,
  { frames: given, frameHasFace }: Record<string, tf.Tensor>,
  beta: number,
): Record<string, tf.Tensor> {
  const frames = given.dtype === "float32" ? given : tf.div(tf.cast(given, "float32"), 255);
  const { logProbabilities } = forward(model.context(), frames, { frameHasFace });
  const fused = tf.add(tf.mul(logProbabilities.clip, beta), tf.mul(logProbabilities.emotion, 1 - beta));
  const { group } = logProbabilities;
  return { probabilities: tf.softmax(fused), ...(group && { sentimentProbabilities: tf.exp(group) }) };
}
