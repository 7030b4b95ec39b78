import type { Phase } from "./events.js";

/** Where a training stands: all that is needed, besides weights and optimizer slots, to go on exactly. */
export interface LoopState {
  phase: Phase;
  /** Epochs of this phase that are complete. */
  epoch: number;
  /** Steps done in the present epoch. */
  step: number;
  /** Updates of this phase's optimizer. */
  updates: number;
  /** Sums over the present epoch's steps. */
  lossSum: number;
  termSums: Record<string, number>;
  /** The best validation UAR so far and its epoch, counted from 1. */
  best: { readonly epoch: number; readonly uar: number } | null;
}

/** The beginning of a phase. */
export function startOf(phase: Phase): LoopState {
  return { phase, epoch: 0, step: 0, updates: 0, lossSum: 0, termSums: {}, best: null };
}
