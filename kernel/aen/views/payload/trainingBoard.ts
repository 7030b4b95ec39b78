/** One value of every quantity that was measured at a step. */
export interface TrainingStepPayload {
  /** Optimizer steps since the start, from 1. */
  readonly step: number;
  /** Epochs since the start, fractional, e.g. 0.5 half-way through the first. */
  readonly epoch: number;
  /** Weighted loss terms by name; null where not finite. */
  readonly terms: Readonly<Record<string, number | null>>;
  readonly total: number | null;
  readonly learningRate?: number;
  readonly clipsPerSecond?: number;
}

/** What a validation pass found at the end of an epoch. Rates from 0 to 1. */
export interface EpochPayload {
  readonly epoch: number;
  readonly uar: number | null;
  readonly war: number | null;
  readonly sentimentUar?: number | null;
  readonly sentimentWar?: number | null;
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
  /** What went wrong, when the state is "failed". */
  readonly message?: string;
  readonly device?: string;
  readonly epochs: number;
  readonly epoch: number;
  /** Seconds still to go; absent when unknown. */
  readonly secondsLeft?: number;
  readonly secondsElapsed?: number;
  /** Index into `validation` of the epoch whose weights are kept. */
  readonly bestEpoch?: number;
  readonly steps: readonly TrainingStepPayload[];
  readonly validation: readonly EpochPayload[];
}
