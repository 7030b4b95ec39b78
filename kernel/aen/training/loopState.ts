import type { Phase } from "../../contracts/runs/trainingEvents.js";

/** The state of a training: everything besides weights and optimizer slots needed to resume it exactly. */
export interface LoopState {
  phase: Phase;
  /** Completed epochs of this phase. */
  epoch: number;
  /** Completed steps of the current epoch. */
  step: number;
  /** Updates of this phase's optimizer. */
  updates: number;
  /** Sums over the current epoch's steps. */
  lossSum: number;
  termSums: Record<string, number>;
  /** The best validation UAR so far and its epoch, counted from 1. */
  best: { readonly epoch: number; readonly uar: number } | null;
}

/** The state at the start of a phase. */
export function startOf(phase: Phase): LoopState {
  return { phase, epoch: 0, step: 0, updates: 0, lossSum: 0, termSums: {}, best: null };
}
