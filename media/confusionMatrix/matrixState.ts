import type { CellFigure } from "../../kernel/aen/views/confusionCells.js";

/** What the cells of a matrix show, and which cell, clip and frame are open. */
export interface MatrixState {
  readonly figure: CellFigure;
  /** Groups that are folded into one row and column. */
  readonly folded: readonly number[];
  /** True and predicted emotions of the selected cell; several where groups are folded. */
  readonly selected: { readonly truth: readonly number[]; readonly guess: readonly number[] } | null;
  readonly openClip: string | null;
  readonly shown: number;
  readonly frame: number;
  readonly zoom: number;
}

export const clipsAtOnce = 24;

export const initialMatrixState: MatrixState = {
  figure: "row rate",
  folded: [],
  selected: null,
  openClip: null,
  shown: clipsAtOnce,
  frame: 0,
  zoom: 1,
};

/** A beta that a payload gave, or the published one where it is none. */
export function betaOf({ beta }: { readonly beta: number }): number {
  return Number.isFinite(beta) ? Math.min(1, Math.max(0, beta)) : 0.3;
}

/** Folds an open group, opens a folded one. */
export function toggled(folded: readonly number[], group: number): number[] {
  return folded.includes(group) ? folded.filter((one) => one !== group) : [...folded, group];
}
