import { labelled } from "./labelledClips.js";
import * as tf from "@tensorflow/tfjs-core";
import { clipBatches } from "../batches/clipBatches.js";
import type { ValidationScores } from "../../contracts/runs/trainingEvents.js";
import { scoresOfPredictions } from "../../metrics/scores.js";
import type { ClipSet } from "../clips/clipSet.js";
import { frameLogits } from "../model/bottomUpBranch.js";
import type { Model } from "../model/model.js";
import { decidesPseudoLabel } from "../model/parameterList.js";
import { Optimizer } from "./optimizer.js";
import { framesOfClipTraining } from "./framesOfClipTraining.js";
import { isFit } from "./isFit.js";
import type { PhaseWork, StepFeed } from "./phaseLoop.js";
import { oneHot } from "./oneHot.js";
import { predictStills } from "./bottomUp/predictStills.js";
import type { TrainPlan } from "./trainOptions.js";
import { compileTrainingStep, unitPixels } from "./trainingStep.js";

/** Trains the bottom-up branch and its frame head on single frames by cross-entropy (SPEC.md, section 4, quirk 14). */
export function pretrainingPhase(
  model: Model,
  clips: ClipSet,
  plan: TrainPlan,
  pretraining: NonNullable<TrainPlan["pretraining"]>,
): PhaseWork {
  const { size } = model.configuration;
  const stills = labelled(pretraining.stills ?? clips);
  const perClip = pretraining.framesPerClip;
  const batch = Math.max(1, Math.min(stills.length, Math.round(pretraining.batch / perClip)));
  const trained = [...model.variables].filter(
    ([name, variable]) => decidesPseudoLabel(name) && variable.trainable,
  );
  const optimizer = new Optimizer(plan.optimizer, new Map(trained));
  const step = compileTrainingStep({
    name: "pretraining",
    model,
    optimizer,
    device: plan.device,
    threads: plan.threads,
    training: true,
    terms: (context, { frames, labels }) => {
      const scores = tf.logSoftmax(frameLogits(context, unitPixels(frames)));
      const value = tf.neg(tf.mean(tf.sum(tf.mul(scores, labels), 1)));
      return [{ name: "emotion of frame", weight: 1, value }];
    },
  });
  return {
    epochs: pretraining.epochs,
    stepsPerEpoch: Math.max(1, Math.floor(stills.length / batch)),
    learningRate: pretraining.learningRate,
    schedule: pretraining.schedule ?? plan.schedule,
    optimizer,
    step,
    framesAfter: framesOfClipTraining(model.configuration, labelled(clips).length, plan),
    validate: isFit(plan) && plan.validate ? () => scoresOn(model, plan.validate!, plan) : undefined,
    async *feeds(epoch, from): AsyncGenerator<StepFeed> {
      const settings = {
        ...({ mode: "train", batch, frames: perClip, size, sampling: "even", balanced: true } as const),
        onlyWithFace: true, // a frame without a face does not show the clip's emotion
        ...{ epoch, seed: `${plan.seed}/pretraining`, augment: pretraining.augment ?? plan.augment },
      };
      let index = 0;
      for await (const part of clipBatches(stills, settings)) {
        if (index++ < from) continue;
        const count = part.batch * perClip;
        const labels = Int32Array.from({ length: count }, (_, i) => part.labels[Math.floor(i / perClip)]);
        const frames = { data: part.pixels, shape: [count, size, size, 3], dtype: "int32" } as const;
        yield { inputs: { frames, labels: oneHot(labels, model.labels.emotions.length) }, count };
      }
    },
  };
}

async function scoresOn(model: Model, stills: ClipSet, { device }: TrainPlan): Promise<ValidationScores> {
  const predictions = await predictStills(model, stills, { device });
  const { macroF1: _, ...scores } = scoresOfPredictions(predictions, stills.labels);
  return scores;
}
