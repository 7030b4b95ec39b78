/** The two parts of a training: the bottom-up branch on single frames, then the whole network on clips. */
export type Phase = "pretraining" | "training";

/** What happens in a run; every event carries the seconds since the run began. */
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
  /** The device that was asked for; a {@link DeviceEvent} tells what "auto" became. */
  readonly device: string;
  /** The loss terms with their weights, in order. */
  readonly terms: readonly { readonly name: string; readonly weight: number }[];
  /** Set when the run goes on from a checkpoint. */
  readonly resumedFrom?: string;
  /** How many of the record's events lie before that checkpoint; the later ones happen again. */
  readonly keptEvents?: number;
}

export interface PhaseEvent {
  readonly type: "phase";
  readonly phase: Phase;
  readonly epochs: number;
  readonly stepsPerEpoch: number;
}

/** After the first update of a phase, and whenever the device gives way to another. */
export interface DeviceEvent {
  readonly type: "device";
  readonly phase: Phase;
  /** The device that the steps really run on; never "auto". */
  readonly device: string;
}

/** After each update. */
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
  /** Clips (frames in pretraining) per second over the last steps; 0 as long as none is known, after the first step. */
  readonly clipsPerSecond: number;
  /** Until the end of this phase, as far as can be foretold; to be read only where `clipsPerSecond` is above 0. */
  readonly secondsLeft: number;
}

/** After each epoch, validation included. */
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
  /** Whether no epoch before had a better validation UAR. */
  readonly best: boolean;
}

/** How the network does on the validation clips, at beta 0.3. */
export interface ValidationScores {
  /** Unweighted average recall over the emotions, 0 to 1. */
  readonly uar: number;
  /** Share of clips named right, 0 to 1. */
  readonly war: number;
  readonly sentimentUar: number;
  readonly sentimentWar: number;
}

export interface EndEvent {
  readonly type: "end";
  readonly state: "finished" | "stopped" | "stopped early" | "failed";
  readonly bestEpoch: number | null;
  readonly message?: string;
}
