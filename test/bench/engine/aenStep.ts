import * as tf from "@tensorflow/tfjs-core";
import { lossTerms } from "../../../kernel/aen/losses/lossTerms.js";
import { bottomUpBranch } from "../../../kernel/aen/model/bottomUpBranch.js";
import { model, type Model } from "../../../kernel/aen/model/model.js";
import type { PresetName } from "../../../kernel/aen/model/presets.js";
import { Optimizer, publishedOptimizer } from "../../../kernel/aen/training/optimizer.js";
import { compileClipStep, compileTrainingStep } from "../../../kernel/aen/training/trainingStep.js";
import { compile } from "../../../kernel/engine/compile.js";
import type { ArrayValue, CompileOptions, CompiledStep, Step } from "../../../kernel/engine/contract.js";
import { forward } from "../../../kernel/aen/model/forward.js";

/** A training step of the whole network, one of its backbone alone, or the prediction of a clip. */
export type StepPart = "full" | "backbone" | "clip";

export interface PreparedStep {
  readonly model: Model;
  readonly step: CompiledStep;
  readonly inputs: Readonly<Record<string, ArrayValue | number>>;
  run(): Promise<Record<string, ArrayValue>>;
  close(): Promise<void>;
}

/** Clips of a step. */
export const clipsOf = (part: StepPart) => (part === "clip" ? 1 : 2);

/** A step of AEN on made-up clips, by default two to train on or one to predict; the frozen model's logits are given. */
export function aenStep(
  preset: PresetName,
  part: StepPart,
  options: Partial<CompileOptions>,
  { batch = clipsOf(part), optimizer: how = publishedOptimizer } = {},
): PreparedStep {
  const network = model(preset);
  if (part === "clip") return predictionOf(network, options, batch);
  const trainable = new Map([...network.variables].filter(([, variable]) => variable.trainable));
  const optimizer = new Optimizer(how, trainable);
  const compileHere: typeof compile = (step, given) => compile(step, { ...given, ...options });
  const common = { name: `aen ${part}`, model: network, optimizer, compile: compileHere };
  const step =
    part === "full"
      ? compileClipStep({ ...common, lossTerms: lossTerms() })
      : compileTrainingStep({
          ...common,
          training: true,
          terms: (context, { frames }) => backboneTerms(context, frames),
        });
  const inputs = { ...clipInputs(network, part, batch), ...optimizer.scalars(1, 0.001) };
  return {
    model: network,
    step,
    inputs,
    run: () => step.run(inputs),
    close: async () => {
      await step.dispose();
      optimizer.dispose();
      network.dispose();
    },
  };
}

function predictionOf(network: Model, options: Partial<CompileOptions>, batch: number): PreparedStep {
  const predict: Step = ({ frames }) => ({ ...forward(network.context(), frames).logProbabilities });
  const step = compile(predict, { name: "aen clip", state: [...network.variables.values()], ...options });
  const inputs = clipInputs(network, "clip", batch);
  return {
    ...{ model: network, step, inputs },
    run: () => step.run(inputs),
    close: async () => {
      await step.dispose();
      network.dispose();
    },
  };
}

function backboneTerms(context: Parameters<typeof bottomUpBranch>[0], frames: tf.Tensor) {
  const { levels } = bottomUpBranch(context, tf.reshape(frames, [-1, ...frames.shape.slice(2)]));
  const terms = [0, 1, 3].map((level) => tf.mean(tf.square(levels[level])));
  return [{ name: "squares", weight: 1, value: tf.addN(terms) }];
}

function clipInputs(
  { configuration, labels }: Model,
  part: StepPart,
  batch: number,
): Record<string, ArrayValue> {
  const { size, frames } = configuration;
  const array = (shape: number[], element: (i: number) => number): ArrayValue => ({
    data: Float32Array.from({ length: shape.reduce((a, b) => a * b, 1) }, (_, i) => element(i)),
    shape,
    dtype: "float32",
  });
  const emotions = labels.emotions.length;
  const clips = array([batch, frames, size, size, 3], (i) => ((i * 7919) % 255) / 255);
  if (part !== "full") return { frames: clips };
  return {
    frames: clips,
    labels: array([batch, emotions], (i) =>
      i % emotions === (3 * Math.floor(i / emotions)) % emotions ? 1 : 0,
    ),
    pseudoLabelLogits: array([batch, frames, emotions], Math.sin),
  };
}
