import type { Answer } from "../../kernel/figures/confusionMatrix/answeredConfusion.js";
import { clipsAtOnce } from "../confusionMatrix/matrixState.js";

/** The folded groups of a difference, and its open cell and clip. */
export interface DifferenceState {
  /** Row and column of the selected cell. */
  readonly selected: readonly [number, number] | null;
  readonly folded: readonly number[];
  /** Whose answer is compared. */
  readonly answer: Answer;
  readonly openClip: string | null;
  readonly shown: number;
}

export const initialDifferenceState: DifferenceState = {
  selected: null,
  folded: [],
  answer: "emotion",
  openClip: null,
  shown: clipsAtOnce,
};
