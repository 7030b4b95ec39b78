import { clipBatches, plannedFrames } from "../data/clipBatches.js";
import type { ClipSet } from "../data/clipSet.js";
import { namedEmotions, scoresOf } from "../metrics/scores.js";
import type { Model } from "../model/model.js";
import { isBottomUp } from "../model/parameterList.js";
import type { ClipFeatures } from "./clipFeatures.js";
import type { ValidationScores } from "./events.js";
import { oneHot } from "./oneHot.js";
import { Optimizer } from "./optimizer.js";
import type { PhaseWork, StepFeed } from "./phaseLoop.js";
import { Predictor } from "./predictor.js";
import type { PseudoLabelSource } from "./pseudoLabels.js";
import { labelled } from "./pretrainingPhase.js";
import type { TrainPlan } from "./trainOptions.js";
import { compileClipStep, compileFeatureStep } from "./trainingStep.js";

/** The whole network learns from clips by the terms of the loss (SPEC.md, sections 3 and 4). */
export function clipPhase(
  model: Model,
  clips: ClipSet,
  plan: TrainPlan,
  pseudoLabels: PseudoLabelSource,
  signal?: AbortSignal,
): DisposablePhase {
  const trained = [...model.variables].filter(([, variable]) => variable.trainable);
  const optimizer = new Optimizer(plan.optimizer, new Map(trained));
  const { device, loss } = plan;
  const step = compileClipStep({ name: "training", model, optimizer, device, lossTerms: loss });
  const feeds = clipFeeds(model, labelled(clips), plan, pseudoLabels, signal);
  return phaseOn(model, plan, { optimizer, step, ...feeds, rest: pseudoLabels, signal });
}

/**
 * Temporal encoders and top-down branch learn from what a frozen bottom-up branch made of every frame; no
 * picture is looked at again.
 */
export function featurePhase(
  model: Model,
  clips: ClipSet,
  plan: TrainPlan,
  features: ClipFeatures,
  signal?: AbortSignal,
): DisposablePhase {
  const trained = [...model.variables].filter(([name, { trainable }]) => trainable && !isBottomUp(name));
  const optimizer = new Optimizer(plan.optimizer, new Map(trained));
  const { device, loss } = plan;
  const step = compileFeatureStep({ name: "top-down training", model, optimizer, device, lossTerms: loss });
  const feeds = featureFeeds(model, labelled(clips), plan, features);
  return phaseOn(model, plan, { optimizer, step, ...feeds, signal });
}

/** A phase that gives its compiled steps back when it is over. */
export type DisposablePhase = PhaseWork & { dispose(): Promise<void> };

function phaseOn(
  model: Model,
  plan: TrainPlan,
  parts: Pick<PhaseWork, "optimizer" | "step" | "stepsPerEpoch" | "feeds"> & {
    rest?: { dispose(): Promise<void> };
    signal?: AbortSignal;
  },
): DisposablePhase {
  const { optimizer, step, stepsPerEpoch, feeds, rest, signal } = parts;
  const { validate, epochs, learningRate, schedule } = plan;
  const predictor = validate ? new Predictor(model, plan.device) : null;
  return {
    ...{ epochs, stepsPerEpoch, learningRate, schedule, optimizer, step, feeds },
    validate: validate && predictor ? () => validationScores(predictor, validate, plan, signal) : undefined,
    async dispose() {
      await Promise.all([step.dispose(), predictor?.dispose(), rest?.dispose()]);
      optimizer.dispose();
    },
  };
}

function clipFeeds(
  model: Model,
  clips: ClipSet,
  plan: TrainPlan,
  pseudoLabels: PseudoLabelSource,
  signal?: AbortSignal,
): Pick<PhaseWork, "stepsPerEpoch" | "feeds"> {
  const { frames, size } = model.configuration;
  const batch = Math.min(plan.batch, clips.length);
  const { seed, sampling, augment, balanced } = plan;
  const settings = { mode: "train", batch, frames, size, seed, sampling, augment, balanced, signal } as const;
  const emotions = model.labels.emotions.length;
  return {
    stepsPerEpoch: Math.max(1, Math.floor(clips.length / batch)),
    async *feeds(epoch, from): AsyncGenerator<StepFeed> {
      let index = 0;
      for await (const part of clipBatches(clips, { ...settings, epoch })) {
        if (index++ < from) continue;
        const logits = await pseudoLabels.logitsOf(part);
        const inputs = {
          frames: { data: part.pixels, shape: [part.batch, frames, size, size, 3], dtype: "int32" },
          labels: oneHot(part.labels, emotions),
          pseudoLabelLogits: { data: logits, shape: [part.batch, frames, emotions], dtype: "float32" },
        } as const;
        yield { inputs, count: part.batch };
      }
    },
  };
}

function featureFeeds(
  model: Model,
  clips: ClipSet,
  plan: TrainPlan,
  features: ClipFeatures,
): Pick<PhaseWork, "stepsPerEpoch" | "feeds"> {
  const { frames } = model.configuration;
  const { seed, sampling, balanced } = plan;
  const batch = Math.min(plan.batch, clips.length);
  const emotions = model.labels.emotions.length;
  return {
    stepsPerEpoch: Math.max(1, Math.floor(clips.length / batch)),
    async *feeds(epoch, from): AsyncGenerator<StepFeed> {
      const settings = { mode: "train", batch, frames, seed, sampling, balanced, epoch } as const;
      for (const part of plannedFrames(clips, settings).slice(from)) {
        const labels = oneHot(
          Int32Array.from(part.clips, ({ label }) => label ?? -1),
          emotions,
        );
        yield { inputs: { ...features.inputsFor(part.clips, part.frameNumbers), labels }, count: batch };
      }
    },
  };
}

async function validationScores(
  predictor: Predictor,
  clips: ClipSet,
  plan: TrainPlan,
  signal?: AbortSignal,
): Promise<ValidationScores> {
  const predictions = await predictor.predict(clips, { batch: plan.batch, sampling: plan.sampling, signal });
  const { truths, named } = namedEmotions(predictions);
  const { uar, war, sentimentUar, sentimentWar } = scoresOf(truths, named, clips.labels);
  return { uar, war, sentimentUar, sentimentWar };
}
