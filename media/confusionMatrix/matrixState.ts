import type { Answer } from "../../kernel/figures/confusionMatrix/answeredConfusion.js";
import type { CellFigure } from "../../kernel/figures/confusionMatrix/confusionCells.js";

/** What the cells of a matrix show, and the open cell, clip and frame. */
export interface MatrixState {
  readonly figure: CellFigure;
  /** Whose answer is counted. */
  readonly answer: Answer;
  /** Groups folded into one row and column. */
  readonly folded: readonly number[];
  /** Emotions of the true and the predicted class of the selected cell; several if they are groups. */
  readonly selected: { readonly truth: readonly number[]; readonly guess: readonly number[] } | null;
  readonly openClip: string | null;
  readonly shown: number;
  readonly frame: number;
  readonly zoom: number;
}

export const clipsAtOnce = 24;

export const initialMatrixState: MatrixState = {
  figure: "row rate",
  answer: "emotion",
  folded: [],
  selected: null,
  openClip: null,
  shown: clipsAtOnce,
  frame: 0,
  zoom: 1,
};

/** A payload's beta, or the published one if it is invalid. */
export function betaOf({ beta }: { readonly beta: number }): number {
  return Number.isFinite(beta) ? Math.min(1, Math.max(0, beta)) : 0.3;
}

/** Folds an open group, unfolds a folded one. */
export function toggled(folded: readonly number[], group: number): number[] {
  return folded.includes(group) ? folded.filter((one) => one !== group) : [...folded, group];
}
