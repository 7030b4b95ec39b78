import type { DeviceName } from "../../../engine/contract.js";

/** What a card says of the run that a model comes from. */
export interface RunFacts {
  readonly id: string;
  /** ISO 8601. */
  readonly started: string;
  /** E.g. "finished". */
  readonly state: string;
  /** Where the run computed or was to compute. */
  readonly device: DeviceName;
  /** Threads per operation on the CPU. */
  readonly threads: number;
  /** Of the order of clips, their frames and augmentation. */
  readonly seed: number;
  /** Whether the model's seed drew the weights that the run began with. */
  readonly start: "drawn" | "given";
  /** The sets of clips that the run used, the training clips first. */
  readonly data: readonly ClipFigures[];
  readonly loss: readonly { readonly name: string; readonly weight: number }[];
  readonly phases: readonly PhaseFigures[];
  /** Which epoch's weights the run ends with, e.g. "the last epoch". */
  readonly kept: string;
  /** Null when nothing was evaluated. */
  readonly evaluation: EvaluationFigures | null;
  /** What is shipped and had a part in these clips, with its licence. */
  readonly shipped: readonly string[];
  /** Whether all training clips are drawn faces. */
  readonly drawnFaces: boolean;
}

/** A set of clips in figures. */
export interface ClipFigures {
  /** E.g. "training clips". */
  readonly role: string;
  readonly clips: number;
  /** How many clips carry each emotion. */
  readonly perEmotion: Readonly<Record<string, number>>;
  /** The number of people shown; null where not every clip names its person. */
  readonly people: number | null;
  /** How many of the clips are training clips, too; null for the training clips. */
  readonly clipsInTraining: number | null;
  /** How many of the people are also in the training clips; null for the training clips, and where that is unknown. */
  readonly peopleInTraining: number | null;
  /** The call of `aen.clips` and what was taken from it since. */
  readonly recipe: string;
}

/** One phase of a training. */
export interface PhaseFigures {
  readonly phase: "pretraining" | "training";
  readonly epochs: number;
  readonly planned: number;
  /** Mean loss of the last epoch. */
  readonly loss: number;
}

/** The last evaluation of a run. */
export interface EvaluationFigures {
  readonly clips: number;
  /** How many of the clips the run learnt from. */
  readonly clipsInTraining: number;
  /** The people among them whom the run learnt from; null where that is unknown. */
  readonly peopleInTraining: number | null;
  /** Set when the frames were not in time: "shuffled" or "reversed". */
  readonly frameOrder?: string;
  /** "record" does not say in which order frames were and whether the network learnt on since. */
  readonly from: "session" | "record";
  /** Whether the network has learnt on since; false where that is unknown. */
  readonly outdated: boolean;
  /** UAR, WAR, F1 and sentiment with their intervals, in sentences. */
  readonly lines: readonly string[];
}
