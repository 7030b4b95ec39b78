import type { LossRecord, TensorRecord } from "./fixture.js";

/**
 * How far a record may be off: the rules of SPEC.md, section 10. One rule is ours, {@link stepLossTolerance}, because
 * SPEC.md's 1e-5 for losses is smaller than the error of the reference's own float32 run after an update at the
 * published sizes; it is based on that run, not on a figure of ours (see README.md in this folder).
 */

/** SPEC.md: `eval` and `trainForward` 5e-5 of the largest magnitude. */
export const forwardTolerance = 5e-5;

/** SPEC.md: all records except losses and forward passes, relative to the largest magnitude. */
export function recordTolerance({ dev32 = 0 }: TensorRecord): number {
  return Math.max(1e-4, 10 * dev32);
}

/** SPEC.md: losses for given weights, absolute. */
export const lossTolerance = 1e-5;

/**
 * The losses after `beforeUpdate` updates, absolute. The weights are then as far off as the gradients were, and all
 * terms of a step come from the same weights: the largest `dev32` among them shows how far rounding error has grown
 * (that of a single term is often small by chance). If it has not grown (up to 1e-6: the small configuration, and
 * before the first update), the plain rule for losses applies; otherwise the rule for all other records, 1e-4 or ten
 * times `dev32`.
 */
export function stepLossTolerance({ terms, beforeUpdate = 0 }: LossRecord): number {
  const grown = Math.max(...Object.values(terms).map(({ dev32 }) => dev32));
  if (beforeUpdate === 0 || grown <= 1e-6) return lossTolerance;
  return Math.max(1e-4, 10 * grown);
}
