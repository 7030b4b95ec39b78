import { plannedFrames } from "../batches/clipBatches.js";
import type { ClipSet } from "../clips/clipSet.js";
import { someWithoutFace } from "../clips/framesWithFace.js";
import type { Model } from "../model/model.js";
import type { ClipFeatures } from "./clipFeatures.js";
import { faceInput } from "./faceInput.js";
import { oneHot } from "./oneHot.js";
import type { PhaseWork, StepFeed } from "./phaseLoop.js";
import type { TrainPlan } from "./trainOptions.js";

/**
 * Feeds a step that learns from precomputed features: each epoch's clips in the order and with the frames that the seed
 * draws. An unlabelled clip has no label in its row.
 * @param constants additional inputs for every step
 */
export function featureFeeds(
  model: Model,
  clips: ClipSet,
  plan: Pick<TrainPlan, "seed" | "sampling" | "frameOrder" | "balanced" | "batch">,
  features: ClipFeatures,
  constants: Readonly<Record<string, number>> = {},
): Pick<PhaseWork, "stepsPerEpoch" | "feeds"> {
  const { frames } = model.configuration;
  const { seed, sampling, frameOrder, balanced } = plan;
  const batch = Math.min(plan.batch, clips.length);
  const emotions = model.labels.emotions.length;
  const marked = someWithoutFace(clips);
  return {
    stepsPerEpoch: Math.max(1, Math.floor(clips.length / batch)),
    async *feeds(epoch, from): AsyncGenerator<StepFeed> {
      const settings = { mode: "train", batch, frames, seed, sampling, frameOrder, balanced, epoch } as const;
      for (const part of plannedFrames(clips, settings).slice(from)) {
        const labels = oneHot(
          Int32Array.from(part.clips, ({ label }) => label ?? -1),
          emotions,
        );
        const faces = marked && { frameHasFace: faceInput(part) };
        const inputs = {
          ...features.inputsFor(part.clips, part.frameNumbers),
          ...{ labels, ...faces, ...constants },
        };
        yield { inputs, count: batch };
      }
    },
  };
}
