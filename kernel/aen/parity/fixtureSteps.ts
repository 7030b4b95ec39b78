import * as tf from "@tensorflow/tfjs-core";
import { compile } from "../../engine/compile.js";
import type { ArrayValue, CompiledStep, DeviceName } from "../../engine/contract.js";
import { groupMeans, lossInputs } from "../losses/lossInputs.js";
import type { LossTerm } from "../losses/lossTerm.js";
import { frozenDistribution } from "../losses/terms/energy.js";
import { frameScores, weightedFeatureSum } from "../losses/terms/semanticTransfer.js";
import { frameLogits } from "../model/bottomUpBranch.js";
import { forward } from "../model/forward.js";
import type { ForwardContext } from "../model/forwardContext.js";
import type { Model } from "../model/model.js";
import { gradientsOf, lossOf } from "../training/trainingStep.js";

/** The values recorded from a run of the network, by the names of SPEC.md, section 10. */
export type Records = ReadonlyMap<string, ArrayValue>;

/** Runs the network on the clips, with every intermediate value. */
export async function forwardRecords(
  model: Model,
  clips: ArrayValue,
  training: boolean,
  device: DeviceName,
): Promise<Records> {
  return runOnce(model, device, { clips }, (inputs) => {
    const observed: Record<string, tf.Tensor> = {};
    forward(observing(model, training, observed), inputs.clips);
    if (!training) observed["frameLogits.frozen"] = frozenLogits(model, inputs.clips, false);
    return observed;
  });
}

/** The frozen frame model's logits, `[batch, frames, emotions]`. */
export async function frozenRecords(
  model: Model,
  clips: ArrayValue,
  training: boolean,
  device: DeviceName,
): Promise<ArrayValue> {
  const records = await runOnce(model, device, { clips }, (inputs) => ({
    frozen: frozenLogits(model, inputs.clips, training),
  }));
  const { data } = records.get("frozen")!;
  const [batch, frames] = clips.shape;
  return { data, shape: [batch, frames, data.length / (batch * frames)], dtype: "float32" };
}

/** The loss terms of a training-mode forward pass and their components. */
export async function lossRecords(
  model: Model,
  inputs: { clips: ArrayValue; labels: ArrayValue; pseudoLabelLogits: ArrayValue },
  terms: readonly LossTerm[],
  device: DeviceName,
): Promise<Records> {
  return runOnce(model, device, inputs, (tensors) => {
    const outputs = forward(observing(model, true, {}), tensors.clips);
    const given = lossInputs(outputs, tensors.labels, tensors.pseudoLabelLogits, model.labels);
    const distribution = frozenDistribution(tensors.pseudoLabelLogits, "sum");
    const sums = [0, 1, 3].map((level) => [
      `weightedFeatureSum${level}`,
      weightedFeatureSum(given, level, { frameScore: "logit" }),
    ]);
    const values = lossOf(outputs, tensors, model, terms).map(({ name, value }) => [`term/${name}`, value]);
    return {
      frameScores: frameScores(given, "logit"),
      ...Object.fromEntries([...sums, ...values]),
      frozenDistribution: distribution,
      frozenGroupEnergy: groupMeans(distribution, model.labels),
      clipGroupMeanLogProbs: groupMeans(given.clipLogProbabilities, model.labels),
    } as Record<string, tf.Tensor>;
  });
}

/** The gradients of the weighted loss by weight name, in the order of tfjs. */
export async function gradientRecords(
  model: Model,
  inputs: { clips: ArrayValue; labels: ArrayValue; pseudoLabelLogits: ArrayValue },
  terms: readonly LossTerm[],
  device: DeviceName,
): Promise<Records> {
  const trainable = new Map([...model.variables].filter(([, variable]) => variable.trainable));
  return runOnce(model, device, inputs, (tensors) => {
    const { gradients } = gradientsOf(trainable, () => {
      const outputs = forward(observing(model, true), tensors.clips);
      const weighted = lossOf(outputs, tensors, model, terms).map(({ value, weight }) =>
        tf.mul(value, weight),
      );
      return weighted.reduce((sum, value) => tf.add(sum, value)) as tf.Scalar;
    });
    return Object.fromEntries(gradients);
  });
}

function observing(model: Model, training: boolean, seen?: Record<string, tf.Tensor>): ForwardContext {
  const observe = (name: string, value: tf.Tensor) => {
    seen![name] = value;
  };
  return model.context({ training, ...(seen ? { observe } : {}) });
}

function frozenLogits(model: Model, clips: tf.Tensor, training: boolean): tf.Tensor {
  const [batch, frames, ...image] = clips.shape;
  const context = { ...model.frozenContext(), training };
  return frameLogits(context, tf.reshape(clips, [batch * frames, ...image]));
}

async function runOnce(
  model: Model,
  device: DeviceName,
  inputs: Record<string, ArrayValue>,
  body: (inputs: Record<string, tf.Tensor>) => Record<string, tf.Tensor>,
): Promise<Records> {
  const state = [...model.variables.values(), ...(model.frozenVariables?.values() ?? [])];
  const step: CompiledStep = compile(body, { state, device, name: "parity" });
  try {
    return new Map(Object.entries(await step.run(inputs)));
  } finally {
    await step.dispose();
  }
}
