/** The two phases of training: the bottom-up branch on single frames, then the whole network on clips. */
export type Phase = "pretraining" | "training";

/** An event in a run; every event carries the seconds since the run began. */
export type TrainingEvent = { readonly seconds: number } & TrainingEventBody;

/** {@link TrainingEvent} before it gets its time. */
export type TrainingEventBody =
  | StartEvent
  | PhaseEvent
  | DeviceEvent
  | StepEvent
  | EpochEvent
  | { readonly type: "checkpoint"; readonly phase: Phase; readonly epoch: number; readonly file: string }
  | { readonly type: "paused" | "resumed" }
  | { readonly type: "warning"; readonly message: string }
  | EndEvent;

export interface StartEvent {
  readonly type: "start";
  readonly run: string;
  /** The requested device; a {@link DeviceEvent} reports what "auto" resolved to. */
  readonly device: string;
  /** The loss terms with their weights, in order. */
  readonly terms: readonly { readonly name: string; readonly weight: number }[];
  /** Set when the run resumes from a checkpoint. */
  readonly resumedFrom?: string;
  /** How many of the record's events precede that checkpoint; later ones are repeated. */
  readonly keptEvents?: number;
  /** In records: the process of the run, so that a reader can tell whether an unfinished run is still going. */
  readonly process?: RunProcess;
}

/** The process that executes a run, and its machine. */
export interface RunProcess {
  readonly pid: number;
  readonly host: string;
}

export interface PhaseEvent {
  readonly type: "phase";
  readonly phase: Phase;
  readonly epochs: number;
  readonly stepsPerEpoch: number;
}

/** Sent after the first update of a phase, and whenever the run falls back to another device. */
export interface DeviceEvent {
  readonly type: "device";
  readonly phase: Phase;
  /** The device that the steps actually run on; never "auto". */
  readonly device: string;
  /** Channels of a block in the layout of its convolutions, on which their last bits depend; absent where it has none. */
  readonly channelBlock?: number;
}

/** Sent after each update. */
export interface StepEvent {
  readonly type: "step";
  readonly phase: Phase;
  /** Counted from 1. */
  readonly epoch: number;
  /** Within the epoch, counted from 1. */
  readonly step: number;
  readonly steps: number;
  /** The weighted sum of the terms. */
  readonly loss: number;
  /** Each term before weighting. */
  readonly terms: Readonly<Record<string, number>>;
  readonly learningRate: number;
  /** Clips (frames in pretraining) per second over the last steps; 0 after the first step, until it is known. */
  readonly clipsPerSecond: number;
  /** Estimated seconds until the end of this phase; valid only if `clipsPerSecond` is above 0. */
  readonly secondsLeft: number;
  /** In pretraining: roughly the seconds that the training on clips will take after it; absent where that is not known. */
  readonly secondsAfter?: number;
}

/** Sent after each epoch, including its validation. */
export interface EpochEvent {
  readonly type: "epoch";
  readonly phase: Phase;
  readonly epoch: number;
  readonly epochs: number;
  /** Means over the epoch's steps. */
  readonly loss: number;
  readonly terms: Readonly<Record<string, number>>;
  readonly clipsPerSecond: number;
  readonly validation?: ValidationScores;
  /** Whether no earlier epoch had a better validation UAR. */
  readonly best: boolean;
}

/** The network's scores on the validation clips, at beta 0.3. */
export interface ValidationScores {
  /** Unweighted average recall over the emotions, 0 to 1. */
  readonly uar: number;
  /** Share of clips classified correctly, 0 to 1. */
  readonly war: number;
  /**
   * UAR and WAR over the sentiment groups: the sentiment head's own answer. In a record without `groupUar`, which an
   * older version wrote, these are the groups of the predicted emotions.
   */
  readonly sentimentUar: number;
  readonly sentimentWar: number;
  /** UAR and WAR over the sentiment groups of the predicted emotions. */
  readonly groupUar?: number;
  readonly groupWar?: number;
}

export interface EndEvent {
  readonly type: "end";
  readonly state: "finished" | "stopped" | "stopped early" | "failed";
  readonly bestEpoch: number | null;
  readonly message?: string;
}
