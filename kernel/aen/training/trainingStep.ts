import * as tf from "@tensorflow/tfjs-core";
import { compile } from "../../engine/compile.js";
import type { CompiledStep, DeviceName } from "../../engine/contract.js";
import { lossInputs, type LossInputs } from "../losses/lossInputs.js";
import type { LossTerm } from "../losses/lossTerm.js";
import { runningStatistics } from "../model/batchNorm.js";
import { forward, forwardFromFeatures, type NetworkOutputs } from "../model/forward.js";
import type { BatchStatistics, ForwardContext } from "../model/forwardContext.js";
import type { Model } from "../model/model.js";
import { callUserCode } from "../host/userCode.js";
import type { Optimizer, StepScalars } from "./optimizer.js";

type StepInputs = Record<string, tf.Tensor>;

/** What one training step does with its inputs. */
export interface StepRecipe {
  readonly name: string;
  readonly model: Model;
  readonly optimizer: Optimizer;
  readonly device?: DeviceName;
  /** Per operation on the CPU. */
  readonly threads?: number;
  /** Replaces the engine's {@link compile}, e.g. to run eagerly. */
  readonly compile?: typeof compile;
  /** Runs the network; called inside the gradient tape. Returns the terms, weighted sum = loss. */
  terms(context: ForwardContext, inputs: StepInputs): readonly WeightedValue[];
  /** Whether batch norms use the batch statistics. */
  readonly training: boolean;
}

/** One term's value with its weight. */
export interface WeightedValue {
  readonly name: string;
  readonly weight: number | tf.Tensor;
  readonly value: tf.Tensor;
}

/** The output `loss` is the total, `term/<name>` the value of each term before weighting. */
export const termPrefix = "term/";

/** Forward, gradients, update and running statistics as one compiled step. */
export function compileTrainingStep(recipe: StepRecipe): CompiledStep {
  const { model, optimizer, name, device, threads } = recipe;
  const make = recipe.compile ?? compile;
  const state = [...model.variables.values(), ...optimizer.slots.values()];
  return make((inputs) => trainingStep(recipe, inputs), { state, device, threads, name });
}

/** The whole network on clips, with a loss of named terms: inputs `frames` and those of {@link lossOf}. */
export function compileClipStep(
  options: Omit<StepRecipe, "terms" | "training"> & { lossTerms: readonly LossTerm[] },
): CompiledStep {
  const terms: StepRecipe["terms"] = (context, inputs) =>
    lossOf(
      forward(context, unitPixels(inputs.frames), facesOf(inputs)),
      inputs,
      options.model,
      options.lossTerms,
    );
  return compileTrainingStep({ ...options, terms, training: true });
}

/** {@link compileClipStep} on bottom-up features: inputs `features0`, `features1`, `features3`, `frameLogits`. */
export function compileFeatureStep(
  options: Omit<StepRecipe, "terms" | "training"> & { lossTerms: readonly LossTerm[] },
): CompiledStep {
  const terms: StepRecipe["terms"] = (context, inputs) => {
    const features = { 0: inputs.features0, 1: inputs.features1, 3: inputs.features3 };
    const { frameLogits } = inputs;
    const outputs = forwardFromFeatures(context, { features, frameLogits, ...facesOf(inputs) });
    return lossOf(outputs, inputs, options.model, options.lossTerms);
  };
  return compileTrainingStep({ ...options, terms, training: false });
}

/** Which frames show a face, where the inputs of a step say so. */
export function facesOf({ frameHasFace }: StepInputs): { readonly frameHasFace?: tf.Tensor } {
  return frameHasFace ? { frameHasFace } : {};
}

/** Converts the 8-bit values of a batch to floats in [0, 1]; floats are unchanged. */
export function unitPixels(frames: tf.Tensor): tf.Tensor {
  return frames.dtype === "float32" ? frames : tf.div(tf.cast(frames, "float32"), 255);
}

/**
 * The terms of a batch: inputs `labels` (one-hot `[B, C]`), `pseudoLabelLogits` (`[B, T, C]`), `frameHasFace` (`[B, T]`)
 * where some frames show no face and, for each term whose weight may change from step to step, a scalar `weight/<term>`.
 */
export function lossOf(
  outputs: NetworkOutputs,
  inputs: StepInputs,
  model: Model,
  terms: readonly LossTerm[],
): WeightedValue[] {
  const { labels, pseudoLabelLogits, frameHasFace } = inputs;
  const given = lossInputs(outputs, labels, pseudoLabelLogits, model.labels, model.title, frameHasFace);
  return terms.map((term) => ({
    name: term.name,
    weight: inputs[`weight/${term.name}`] ?? term.weight,
    value: scalarOf(term, given),
  }));
}

function scalarOf(term: LossTerm, inputs: LossInputs): tf.Tensor {
  const value: unknown = callUserCode(() => term.value(inputs));
  if (!(value instanceof tf.Tensor)) {
    throw new TypeError(`The loss term "${term.name}" must return a tensor, it returned ${typeof value}.`);
  }
  if (value.size !== 1) {
    throw new RangeError(
      `The loss term "${term.name}" must return one number, it returned the shape [${value.shape.join(", ")}]. ` +
        `Return its tf.mean.`,
    );
  }
  return tf.reshape(value, []);
}

function trainingStep(recipe: StepRecipe, inputs: StepInputs): Record<string, tf.Tensor> {
  const { model, optimizer } = recipe;
  const statistics = new Map<string, BatchStatistics>();
  const context = model.context({
    training: recipe.training,
    onStatistics: (name, values) => statistics.set(name, values),
  });
  const outputs: Record<string, tf.Tensor> = {};
  const { value: loss, gradients } = gradientsOf(optimizer.variables, () => {
    const terms = recipe.terms(context, inputs);
    for (const { name, value } of terms) outputs[termPrefix + name] = tf.keep(tf.clone(value));
    return weightedSum(terms);
  });
  optimizer.apply(gradients, inputs as Record<keyof StepScalars, tf.Tensor>);
  updateRunningStatistics(model, statistics);
  return { loss, ...outputs };
}

/** The loss and its gradients by weight name; weights that the loss does not depend on are missing. */
export function gradientsOf(
  variables: ReadonlyMap<string, tf.Variable>,
  loss: () => tf.Scalar,
): { value: tf.Scalar; gradients: Map<string, tf.Tensor> } {
  const { value, grads } = tf.variableGrads(loss, [...variables.values()]);
  const found = [...variables].filter(([, variable]) => grads[variable.name]);
  return { value, gradients: new Map(found.map(([name, variable]) => [name, grads[variable.name]])) };
}

function weightedSum(terms: readonly WeightedValue[]): tf.Scalar {
  if (terms.length === 0) throw new RangeError("A loss needs at least one term.");
  const weighted = terms.map(({ weight, value }) => tf.mul(value, weight));
  return weighted.reduce((sum, value) => tf.add(sum, value)) as tf.Scalar;
}

function updateRunningStatistics(model: Model, statistics: ReadonlyMap<string, BatchStatistics>): void {
  for (const [name, batch] of statistics) {
    const mean = model.variables.get(`${name}.runningMean`)!;
    const variance = model.variables.get(`${name}.runningVar`)!;
    const updated = runningStatistics({ mean, variance }, batch, model.configuration.batchNormMomentum);
    mean.assign(updated.mean);
    variance.assign(updated.variance);
    batch.mean.dispose();
    batch.variance.dispose();
  }
}
