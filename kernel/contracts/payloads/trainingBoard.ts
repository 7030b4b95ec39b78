/** Everything measured at one step. */
export interface TrainingStepPayload {
  /** Optimizer steps since the start, counted from 1. */
  readonly step: number;
  /** Epochs since the start, as a fraction: 0.5 is half-way through the first. */
  readonly epoch: number;
  /** Weighted loss terms by name; null where not finite. */
  readonly terms: Readonly<Record<string, number | null>>;
  readonly total: number | null;
  readonly learningRate?: number;
  readonly clipsPerSecond?: number;
}

/** The validation scores at the end of an epoch. Rates from 0 to 1. */
export interface EpochPayload {
  readonly epoch: number;
  readonly uar: number | null;
  readonly war: number | null;
  /**
   * Over the sentiment groups: the sentiment head's own answer. Without `groupUar`, which older versions did not have,
   * the groups of the predicted emotions.
   */
  readonly sentimentUar?: number | null;
  readonly sentimentWar?: number | null;
  /** Over the sentiment groups of the predicted emotions. */
  readonly groupUar?: number | null;
  readonly groupWar?: number | null;
  readonly validationLoss?: number | null;
}

/** Data of a training board, `application/vnd.aen.training-board.v1+json`. */
export interface TrainingBoardPayload {
  readonly view: "training-board";
  readonly version: 1;
  readonly title?: string;
  /** Identifies the run in messages to the kernel. */
  readonly run: string;
  readonly state: "waiting" | "running" | "paused" | "stopped" | "finished" | "failed";
  /** What went wrong, if the state is "failed". */
  readonly message?: string;
  readonly device?: string;
  readonly epochs: number;
  readonly epoch: number;
  /** What the epochs are of. */
  readonly phase?: "pretraining" | "training";
  /** How many epochs on clips follow the pretraining. */
  readonly epochsAfter?: number;
  /** Estimated seconds left; absent when unknown. */
  readonly secondsLeft?: number;
  /** In pretraining: roughly the seconds that the epochs on clips take after it; absent when unknown. */
  readonly secondsAfter?: number;
  readonly secondsElapsed?: number;
  /** Index into `validation` of the epoch whose weights are kept. */
  readonly bestEpoch?: number;
  /** The names of the loss terms in their order, which files do not keep: some editors sort the keys of JSON. */
  readonly terms?: readonly string[];
  /** Whether epochs are validated, so that there is a place for their scores before the first one. */
  readonly validates?: boolean;
  readonly steps: readonly TrainingStepPayload[];
  readonly validation: readonly EpochPayload[];
}
