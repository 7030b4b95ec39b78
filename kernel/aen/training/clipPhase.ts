import { clipBatches, type ClipBatchesOptions } from "../batches/clipBatches.js";
import type { ClipSet } from "../clips/clipSet.js";
import { someWithoutFace } from "../clips/framesWithFace.js";
import { scoresOfPredictions } from "../../metrics/scores.js";
import type { Model } from "../model/model.js";
import { isBottomUp } from "../model/parameterList.js";
import type { ClipFeatures } from "./clipFeatures.js";
import type { ValidationScores } from "../../contracts/runs/trainingEvents.js";
import { faceInput } from "./faceInput.js";
import { featureFeeds } from "./featureFeeds.js";
import { oneHot } from "./oneHot.js";
import { Optimizer } from "./optimizer.js";
import type { PhaseWork, StepFeed } from "./phaseLoop.js";
import { Predictor } from "./predictor.js";
import type { PseudoLabelSource } from "./pseudoLabels.js";
import { labelled } from "./labelledClips.js";
import type { TrainPlan } from "./trainOptions.js";
import { compileClipStep, compileFeatureStep } from "./trainingStep.js";

/** Trains the whole network on clips with the terms of the loss (SPEC.md, sections 3 and 4). */
export function clipPhase(
  model: Model,
  clips: ClipSet,
  plan: TrainPlan,
  pseudoLabels: PseudoLabelSource,
  signal?: AbortSignal,
): DisposablePhase {
  const trained = [...model.variables].filter(([, variable]) => variable.trainable);
  const optimizer = new Optimizer(plan.optimizer, new Map(trained));
  const { device, threads, loss } = plan;
  const step = compileClipStep({ name: "training", model, optimizer, device, threads, lossTerms: loss });
  const feeds = clipFeeds(model, labelled(clips), plan, pseudoLabels, signal);
  return phaseOn(model, plan, { optimizer, step, ...feeds, rest: pseudoLabels, signal });
}

/**
 * Trains the temporal encoders and the top-down branch on a frozen bottom-up branch's features of every frame; the
 * images are not read again.
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
  const { device, threads, loss } = plan;
  const step = compileFeatureStep({
    name: "top-down training",
    model,
    optimizer,
    device,
    threads,
    lossTerms: loss,
  });
  const feeds = featureFeeds(model, labelled(clips), plan, features);
  return phaseOn(model, plan, { optimizer, step, ...feeds, signal });
}

/** A phase that frees its compiled steps when it is over. */
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
  const predictor = validate ? new Predictor(model, plan.device, plan.threads) : null;
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
  const { seed, sampling, frameOrder, augment, balanced } = plan;
  const settings: ClipBatchesOptions = {
    ...({ mode: "train", batch, frames, size, seed, sampling, frameOrder } as const),
    ...{ augment, balanced, signal },
    facelessAs: model.configuration.facelessFrames === "masked" ? "nearest face" : "itself",
  };
  const emotions = model.labels.emotions.length;
  const marked = someWithoutFace(clips);
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
          ...(marked && { frameHasFace: faceInput(part) }),
        } as const;
        yield { inputs, count: part.batch };
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
  const { batch, sampling, frameOrder } = plan;
  const predictions = await predictor.predict(clips, { batch, sampling, frameOrder, signal });
  const { macroF1: _, ...scores } = scoresOfPredictions(predictions, clips.labels);
  return scores;
}
