import { availableParallelism } from "node:os";
import type { DeviceName } from "../../engine/contract.js";
import type { AugmentationOptions } from "../batches/augmentation.js";
import type { ClipSet } from "../clips/clipSet.js";
import { requireFrameOrder, type FrameOrder, type FrameSampling } from "../batches/sampling.js";
import { usualSettings } from "../host/usualSettings.js";
import { type LossTerm, requireTerms } from "../losses/lossTerm.js";
import { lossTerms, publishedLoss, recommendedLoss } from "../losses/lossTerms.js";
import { clipModelOf } from "../model/clipModel.js";
import type { ModelConfiguration } from "../model/configuration.js";
import { publishedOptimizer, type OptimizerOptions } from "./optimizer.js";
import { requirePlanNumbers } from "./planNumbers.js";
import type { Schedule } from "./schedule.js";
import type { BottomUpStart, TrainedBottomUp } from "./bottomUp/trainedBottomUp.js";
import type { Validation } from "./validation.js";

/** Options of a training; missing ones default to the model's preset. */
export interface TrainOptions {
  /**
   * Clips on which the network is evaluated after each epoch, e.g. for early stopping; they never change the weights. A
   * number between 0 and 1 holds out that share of the training clips, by whole persons if all clips name one.
   */
  readonly validate?: Validation;
  /**
   * Epochs on clips, after those of the pretraining (see {@link pretraining}), which are not counted among them.
   * @default 12 for tiny and small, 60 recommended, 200 published; a vote of frames learns nothing from clips: always 0
   */
  readonly epochs?: number;
  /** Clips per step. @default 16, 32 published */
  readonly batch?: number;
  /** Where to compute; "auto" takes the fastest available device. @default "auto" */
  readonly device?: DeviceName;
  /** Threads per operation on the CPU. @default all processors */
  readonly threads?: number;
  /**
   * Seed of the order of the clips, of the frames chosen from them, of their augmentation, and of the share held out for
   * validation. The start weights are the model's, whose seed draws them, unless {@link startWeights} says otherwise.
   * @default 1
   */
  readonly seed?: number;
  /**
   * "given" begins with the model's weights; "drawn" draws them from {@link seed}, as a loop over seeds needs: otherwise
   * its runs all begin at the same point and agree more than new trainings would. Ablations always draw them.
   * @default "given"
   */
  readonly startWeights?: "given" | "drawn";
  /** The terms of the loss; their weighted sum is minimised. */
  readonly loss?: readonly LossTerm[];
  readonly optimizer?: OptimizerOptions;
  /** The peak learning rate. */
  readonly learningRate?: number;
  readonly schedule?: Schedule;
  /** How frames are chosen from a clip. */
  readonly sampling?: FrameSampling;
  /** The order in which the network gets a clip's frames, in training and evaluation. @default "in time" */
  readonly frameOrder?: FrameOrder;
  /** How images are augmented; false leaves them unchanged. */
  readonly augment?: boolean | AugmentationOptions;
  /** Whether clips are drawn so that all emotions are equally frequent. @default false, as published */
  readonly balanced?: boolean;
  /**
   * Whether the frozen frame model sees the augmented frames (published) or the original ones, for which its output is
   * computed once per frame and cached.
   */
  readonly pseudoLabelsOf?: "augmented frames" | "original frames";
  /**
   * Whether the bottom-up branch keeps learning from clips (as published) or stays as pretrained. A frozen branch's
   * features are computed once per frame and cached, so that the temporal encoders and the top-down branch train in
   * seconds; frames are then not augmented. A trained network (of `aen.bottomUp.fit`, a run or a model) gives its branch
   * instead: nothing is pretrained, and it stays as it is, or learns on with `{ from, learns: true }`. @default "learns"
   */
  readonly bottomUp?: "learns" | "frozen" | TrainedBottomUp | BottomUpStart;
  /**
   * How to pretrain the bottom-up branch of a model without a frozen frame model; false uses its current weights. Without
   * this option it is pretrained, too, for 4 epochs with tiny, 8 small, 20 recommended, 100 published.
   */
  readonly pretraining?: PretrainingOptions | false;
  /** Ends the training when the validation UAR has not risen for `patience` epochs. */
  readonly earlyStopping?: { readonly patience: number; readonly least?: number };
  /**
   * Which weights the run ends with: those of the last epoch, or of the best by validation UAR, whose figures on those
   * same clips are then optimistic (SPEC.md, quirk 30). @default "last"; "best" with early stopping
   */
  readonly keep?: "last" | "best";
  /** Stops the run when aborted. */
  readonly signal?: AbortSignal;
  /** The folder of run records; false keeps no record. @default ".aen/runs" */
  readonly record?: string | false;
  /** Seconds between checkpoints within an epoch; every epoch also ends with one. @default 300 */
  readonly checkpointSeconds?: number;
  /** The code that started the run, for its record. */
  readonly source?: string;
}

/** How the bottom-up branch learns from single frames (SPEC.md, quirk 14). */
export interface PretrainingOptions {
  /** @default 4 with tiny, 8 small, 20 recommended, 100 published, however few epochs follow on clips */
  readonly epochs?: number;
  /** Frames per step. @default 64 */
  readonly batch?: number;
  readonly learningRate?: number;
  /** How the learning rate changes. @default as on clips; published: 0.1 times as large after every 20 epochs */
  readonly schedule?: Schedule;
  /** Labelled stills as clips; by default frames of the training clips, each with its clip's label. */
  readonly stills?: ClipSet;
  /** Frames drawn from each clip per epoch. */
  readonly framesPerClip?: number;
  /** How stills are augmented. @default like the clips; published: cropped and flipped, nothing else */
  readonly augment?: boolean | AugmentationOptions;
}

/** {@link TrainOptions} after the validation clips have been taken out of the training clips. */
export type DividedTrainOptions = Omit<TrainOptions, "validate" | "bottomUp"> & {
  readonly validate?: ClipSet;
  readonly bottomUp?: TrainPlan["bottomUp"];
};

/** {@link TrainOptions} with all settings resolved. */
export interface TrainPlan extends Required<
  Omit<
    TrainOptions,
    | "validate"
    | "earlyStopping"
    | "signal"
    | "pretraining"
    | "source"
    | "startWeights"
    | "frameOrder"
    | "bottomUp"
  >
> {
  readonly bottomUp: "learns" | "frozen";
  /** Absent for frames in time, so that records are those of versions without this option. */
  readonly frameOrder?: FrameOrder;
  readonly validate: ClipSet | null;
  readonly earlyStopping: { readonly patience: number; readonly least: number } | null;
  readonly pretraining: PretrainingPlan | null;
}

/** Pretraining with all settings resolved; schedule and augmentation are as on clips where they are absent. */
export type PretrainingPlan = Required<Omit<PretrainingOptions, "stills" | "schedule" | "augment">> &
  Pick<PretrainingOptions, "schedule" | "augment"> & { readonly stills: ClipSet | null };

type Defaults = Pick<
  TrainPlan,
  "epochs" | "batch" | "optimizer" | "learningRate" | "schedule" | "sampling" | "augment" | "pseudoLabelsOf"
> & { readonly pretraining: Omit<PretrainingPlan, "stills"> };

/** The defaults of each preset. */
export const trainingDefaults: Readonly<Record<ModelConfiguration["preset"], Defaults>> = {
  published: {
    epochs: 200,
    batch: 32,
    optimizer: publishedOptimizer,
    learningRate: 0.01,
    schedule: { kind: "step", every: 40, factor: 0.1 },
    sampling: "published",
    augment: true,
    pseudoLabelsOf: "augmented frames",
    pretraining: {
      ...{ epochs: 100, batch: 32, learningRate: 1e-4, framesPerClip: 1 },
      schedule: { kind: "step", every: 20, factor: 0.1 },
      augment: { rotation: false, jitter: false },
    },
  },
  recommended: {
    epochs: 60,
    batch: 16,
    optimizer: { kind: "adamw", weightDecay: 0.01 },
    learningRate: 3e-4,
    schedule: { kind: "cosine", warmUp: 2 },
    sampling: "spread",
    augment: { smallestCrop: 0.5, jitter: "clip" },
    pseudoLabelsOf: "original frames",
    pretraining: { epochs: 20, batch: 64, learningRate: 1e-3, framesPerClip: 4 },
  },
  small: {
    epochs: 12,
    batch: 16,
    optimizer: { kind: "adamw", weightDecay: 0.01 },
    learningRate: 1e-3,
    schedule: { kind: "cosine", warmUp: 1 },
    sampling: "even",
    augment: { crop: false, rotation: false, jitter: false },
    pseudoLabelsOf: "original frames",
    pretraining: { epochs: 8, batch: 64, learningRate: 3e-3, framesPerClip: 4 },
  },
  tiny: {
    epochs: 12,
    batch: 16,
    optimizer: { kind: "adamw", weightDecay: 0.01 },
    learningRate: 2e-3,
    schedule: { kind: "cosine", warmUp: 1 },
    sampling: "even",
    augment: { crop: false, rotation: false, jitter: false },
    pseudoLabelsOf: "original frames",
    pretraining: { epochs: 4, batch: 64, learningRate: 3e-3, framesPerClip: 3 },
  },
};

/**
 * Resolves all settings of one training.
 * @throws RangeError for invalid numbers or names of loss terms
 */
export function planTraining(configuration: ModelConfiguration, options: DividedTrainOptions): TrainPlan {
  const defaults = trainingDefaults[configuration.preset];
  const usual = usualSettings();
  const { signal: _signal, source: _source, startWeights: _start, ...settings } = options;
  const { validate = null, pretraining, earlyStopping, frameOrder, ...rest } = settings;
  if (frameOrder !== undefined) requireFrameOrder(frameOrder);
  const plan: TrainPlan = {
    ...defaults,
    device: "auto",
    threads: usual.threads ?? availableParallelism(),
    seed: 1,
    loss: defaultLoss(configuration),
    balanced: false,
    bottomUp: "learns",
    keep: earlyStopping ? "best" : "last",
    record: ".aen/runs",
    checkpointSeconds: usual.checkpointSeconds ?? 300,
    ...definedOnly(rest),
    ...(frameOrder === undefined || frameOrder === "in time" ? {} : { frameOrder }),
    ...(clipModelOf(configuration).learnsFromClips ? {} : { epochs: 0, loss: [] }),
    validate,
    earlyStopping: earlyStopping ? { least: 0, ...earlyStopping } : null,
    pretraining:
      pretraining === false
        ? null
        : { stills: null, ...defaults.pretraining, ...definedOnly(pretraining ?? {}) },
  };
  requireTerms(plan.loss);
  requirePlanNumbers(plan);
  if ((plan.earlyStopping || plan.keep === "best") && !validate) {
    throw new RangeError("Early stopping and keeping the best epoch need clips to `validate` on.");
  }
  return plan;
}

/**
 * The default loss of a configuration: as published for "published", else with the recommended choices. A baseline with
 * one head learns by the cross-entropy of the clip's emotion alone; a vote of frames learns nothing from clips.
 */
export function defaultLoss(configuration: ModelConfiguration): LossTerm[] {
  const { hasTopDownHeads, learnsFromClips } = clipModelOf(configuration);
  if (!learnsFromClips) return [];
  if (!hasTopDownHeads)
    return lossTerms()
      .filter(({ name }) => name === "emotion at clip")
      .map((term) => ({ ...term, weight: 1 }));
  return lossTerms(configuration.preset === "published" ? publishedLoss : recommendedLoss);
}

function definedOnly<T extends object>(options: T): { [K in keyof T]: NonNullable<T[K]> } {
  const defined = Object.entries(options).filter(([, value]) => value !== undefined);
  return Object.fromEntries(defined) as { [K in keyof T]: NonNullable<T[K]> };
}
