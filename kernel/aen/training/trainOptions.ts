import type { DeviceName } from "../../engine/compile.js";
import type { AugmentationOptions } from "../data/augmentation.js";
import type { ClipSet } from "../data/clipSet.js";
import type { FrameSampling } from "../data/sampling.js";
import type { LossTerm } from "../losses/lossTerm.js";
import { lossTerms, publishedLoss, recommendedLoss } from "../losses/lossTerms.js";
import type { ModelConfiguration } from "../model/configuration.js";
import { publishedOptimizer, type OptimizerOptions } from "./optimizer.js";
import type { Schedule } from "./schedule.js";

/** What can be asked of a training; what is missing follows the model's preset. */
export interface TrainOptions {
  /** Clips on which the network is judged after each epoch. They never change the weights. */
  readonly validate?: ClipSet;
  /** @default 12 for tiny and small, 60 recommended, 200 published */
  readonly epochs?: number;
  /** Clips per step. @default 16, 32 published */
  readonly batch?: number;
  /** Where to compute; "auto" takes the fastest that is there. @default "auto" */
  readonly device?: DeviceName;
  /** Of every random draw but the start weights, which are the model's. @default 1 */
  readonly seed?: number;
  /** The terms of the loss; their weighted sum is what is made small. */
  readonly loss?: readonly LossTerm[];
  readonly optimizer?: OptimizerOptions;
  /** The peak learning rate. */
  readonly learningRate?: number;
  readonly schedule?: Schedule;
  /** How frames are chosen from a clip. */
  readonly sampling?: FrameSampling;
  /** How pictures are changed at random; false leaves them as they are. */
  readonly augment?: boolean | AugmentationOptions;
  /** Whether clips are drawn so that all emotions come equally often. @default false, as published */
  readonly balanced?: boolean;
  /**
   * Whether the frozen frame model sees the frames as they were augmented (published) or as they are, which is
   * computed once per frame and kept.
   */
  readonly pseudoLabelsOf?: "augmented frames" | "original frames";
  /**
   * Whether the bottom-up branch goes on learning from clips (as published) or stays as pretrained. What a frozen
   * branch makes of every frame is computed once and kept, so that the temporal encoders and the top-down branch
   * learn in seconds; frames are then not augmented. @default "learns"
   */
  readonly bottomUp?: "learns" | "frozen";
  /** How the bottom-up branch is pretrained when the model has no frozen frame model; false starts from what is there. */
  readonly pretraining?: PretrainingOptions | false;
  /** Ends the training when the validation UAR has not risen for `patience` epochs. */
  readonly earlyStopping?: { readonly patience: number; readonly least?: number };
  /**
   * Which weights the run ends with: those of the last epoch, or of the best by validation UAR, whose figures on
   * those same clips are then optimistic (SPEC.md, quirk 30). @default "last"; "best" with early stopping
   */
  readonly keep?: "last" | "best";
  /** Stops the run when aborted. */
  readonly signal?: AbortSignal;
  /** The folder of run records; false keeps no record. @default ".aen/runs" */
  readonly record?: string | false;
  /** Seconds between checkpoints within an epoch; there is one at the end of every epoch anyway. @default 300 */
  readonly checkpointSeconds?: number;
  /** The code that started the run, for its record. */
  readonly source?: string;
}

/** How the bottom-up branch learns from single frames (SPEC.md, quirk 14). */
export interface PretrainingOptions {
  readonly epochs?: number;
  /** Frames per step. @default 64 */
  readonly batch?: number;
  readonly learningRate?: number;
  /** Labelled stills as clips; frames of the training clips, each with its clip's label, unless given. */
  readonly stills?: ClipSet;
  /** Frames drawn from each clip per epoch. */
  readonly framesPerClip?: number;
  /** How stills are changed at random; as the clips unless given. */
  readonly augment?: boolean | AugmentationOptions;
}

/** {@link TrainOptions} with everything decided. */
export interface TrainPlan extends Required<
  Omit<TrainOptions, "validate" | "earlyStopping" | "signal" | "pretraining" | "source">
> {
  readonly validate: ClipSet | null;
  readonly earlyStopping: { readonly patience: number; readonly least: number } | null;
  readonly pretraining:
    | (Required<Omit<PretrainingOptions, "stills" | "augment">> &
        Pick<PretrainingOptions, "augment"> & {
          stills: ClipSet | null;
        })
    | null;
}

type Defaults = Pick<
  TrainPlan,
  "epochs" | "batch" | "optimizer" | "learningRate" | "schedule" | "sampling" | "augment" | "pseudoLabelsOf"
> & { readonly pretraining: Required<Omit<PretrainingOptions, "stills" | "augment">> };

/** What each preset does where nothing else is asked for. */
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
    pretraining: { epochs: 100, batch: 32, learningRate: 1e-4, framesPerClip: 1 },
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
 * Everything decided for one training.
 * @throws RangeError for numbers that cannot be
 */
export function planTraining(configuration: ModelConfiguration, options: TrainOptions): TrainPlan {
  const defaults = trainingDefaults[configuration.preset];
  const { signal: _signal, source: _source, validate = null, pretraining, earlyStopping, ...rest } = options;
  const plan: TrainPlan = {
    ...defaults,
    device: "auto",
    seed: 1,
    loss: defaultLoss(configuration),
    balanced: false,
    bottomUp: "learns",
    keep: earlyStopping ? "best" : "last",
    record: ".aen/runs",
    checkpointSeconds: 300,
    ...definedOnly(rest),
    validate,
    earlyStopping: earlyStopping ? { least: 0, ...earlyStopping } : null,
    pretraining: pretraining === false ? null : { stills: null, ...defaults.pretraining, ...pretraining },
  };
  requireWhole("epochs", plan.epochs, 0);
  requireWhole("batch", plan.batch, 1);
  if (!(plan.learningRate > 0)) {
    throw new RangeError(`The learning rate must be above 0, got ${plan.learningRate}.`);
  }
  if ((plan.earlyStopping || plan.keep === "best") && !validate) {
    throw new RangeError("Early stopping and keeping the best epoch need clips to `validate` on.");
  }
  return plan;
}

/** The loss that goes with a configuration: as published for "published", else with the recommended choices. */
export function defaultLoss(configuration: ModelConfiguration): LossTerm[] {
  return lossTerms(configuration.preset === "published" ? publishedLoss : recommendedLoss);
}

function definedOnly<T extends object>(options: T): { [K in keyof T]: NonNullable<T[K]> } {
  const defined = Object.entries(options).filter(([, value]) => value !== undefined);
  return Object.fromEntries(defined) as { [K in keyof T]: NonNullable<T[K]> };
}

function requireWhole(name: string, value: number, least: number): void {
  if (!Number.isInteger(value) || value < least) {
    throw new RangeError(`"${name}" must be a whole number of ${least} or more, got ${value}.`);
  }
}
