import * as tf from "@tensorflow/tfjs-core";
import { lossTerms } from "../../../kernel/aen/losses/lossTerms.js";
import { bottomUpBranch } from "../../../kernel/aen/model/bottomUpBranch.js";
import { model, type Model } from "../../../kernel/aen/model/model.js";
import type { PresetName } from "../../../kernel/aen/model/presets.js";
import { Optimizer, publishedOptimizer } from "../../../kernel/aen/training/optimizer.js";
import { compileClipStep, compileTrainingStep } from "../../../kernel/aen/training/trainingStep.js";
import { compile } from "../../../kernel/engine/compile.js";
import type { ArrayValue, CompileOptions, CompiledStep } from "../../../kernel/engine/contract.js";

export interface PreparedStep {
  readonly model: Model;
  readonly step: CompiledStep;
  readonly inputs: Readonly<Record<string, ArrayValue | number>>;
  run(): Promise<Record<string, ArrayValue>>;
  close(): Promise<void>;
}

const batch = 2;

/** A training step of AEN on two made-up clips, the frozen model's logits given. */
export function aenStep(
  preset: PresetName,
  part: "full" | "backbone",
  options: Partial<CompileOptions>,
): PreparedStep {
  const network = model(preset);
  const trainable = new Map([...network.variables].filter(([, variable]) => variable.trainable));
  const optimizer = new Optimizer(publishedOptimizer, trainable);
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
  const inputs = { ...clipInputs(network, part), ...optimizer.scalars(1, 0.001) };
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

function backboneTerms(context: Parameters<typeof bottomUpBranch>[0], frames: tf.Tensor) {
  const { levels } = bottomUpBranch(context, tf.reshape(frames, [-1, ...frames.shape.slice(2)]));
  const terms = [0, 1, 3].map((level) => tf.mean(tf.square(levels[level])));
  return [{ name: "squares", weight: 1, value: tf.addN(terms) }];
}

function clipInputs({ configuration, labels }: Model, part: "full" | "backbone"): Record<string, ArrayValue> {
  const { size, frames } = configuration;
  const array = (shape: number[], element: (i: number) => number): ArrayValue => ({
    data: Float32Array.from({ length: shape.reduce((a, b) => a * b, 1) }, (_, i) => element(i)),
    shape,
    dtype: "float32",
  });
  const emotions = labels.emotions.length;
  const clips = array([batch, frames, size, size, 3], (i) => ((i * 7919) % 255) / 255);
  if (part === "backbone") return { frames: clips };
  return {
    frames: clips,
    labels: array([batch, emotions], (i) => (i === 0 || i === emotions + 3 ? 1 : 0)),
    pseudoLabelLogits: array([batch, frames, emotions], Math.sin),
  };
}
