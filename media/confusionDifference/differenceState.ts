import { clipsAtOnce } from "../confusionMatrix/matrixState.js";

/** Which groups of a difference are folded, and which cell and clip are open. */
export interface DifferenceState {
  /** Row and column of the selected cell. */
  readonly selected: readonly [number, number] | null;
  readonly folded: readonly number[];
  readonly openClip: string | null;
  readonly shown: number;
}

export const initialDifferenceState: DifferenceState = {
  selected: null,
  folded: [],
  openClip: null,
  shown: clipsAtOnce,
};
