import type { LossRecord, TensorRecord } from "./fixture.js";

/**
 * How far a record may be off (SPEC.md, section 10). {@link recordTolerance} and {@link lossTolerance} are its plain
 * rules, and the small configuration is held to them everywhere. At the published sizes two kinds of records are
 * known worse than that even by the reference itself, for one reason: a ReLU whose input is nearly 0 switches with
 * the last bit. For these the two rules below take the reference's own float32 run as the measure, no figure of
 * ours: {@link backboneGradientTolerance} and {@link stepLossTolerance}. That it is rounding, and no mistake, which
 * they let pass is shown by `npm run bench -- parity-rounding` (README.md beside this file has its figures).
 */

/** SPEC.md: `eval` and `trainForward` 5e-5 of the largest magnitude. */
export const forwardTolerance = 5e-5;

/** SPEC.md: all records but losses and forward passes, relative to the largest magnitude. */
export function recordTolerance({ dev32 = 0 }: TensorRecord): number {
  return Math.max(1e-4, 10 * dev32);
}

/** SPEC.md: losses of given weights, absolute. */
export const lossTolerance = 1e-5;

/**
 * The gradients of the backbone. SPEC.md: they "deviate by up to 1 % even within PyTorch". Which of them a switched
 * ReLU moves most is chance, so each may be off by what the most sensitive one is off in the reference's own float32
 * run (0.96 % at the published sizes, 0.0017 % at the small ones, where the plain rule is the wider one).
 */
export function backboneGradientTolerance(gradients: Readonly<Record<string, TensorRecord>>): number {
  const backbone = Object.entries(gradients).filter(([name]) => name.startsWith("spatial."));
  return Math.max(0, ...backbone.map(([, { dev32 = 0 }]) => dev32));
}

/**
 * The losses after `update` updates, absolute. The weights are then as far off as the gradients were, and all terms
 * of a step come from the same weights: the largest `dev32` among them tells how far rounding has grown (that of a
 * single term is often small by chance). Where it has not (up to 1e-6: the small configuration, and before the first
 * update), the plain rule for losses holds; elsewhere that for all other records, 1e-4 or ten times `dev32`.
 */
export function stepLossTolerance({ terms, beforeUpdate = 0 }: LossRecord): number {
  const grown = Math.max(...Object.values(terms).map(({ dev32 }) => dev32));
  if (beforeUpdate === 0 || grown <= 1e-6) return lossTolerance;
  return Math.max(1e-4, 10 * grown);
}
