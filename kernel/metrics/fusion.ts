import type { ClipScores } from "../contracts/clipScores.js";
import { argmax, softmax } from "./probabilities.js";

/** The fixed beta of the published test script's confusion matrix (SPEC.md, section 7). */
export const reportedBeta = 0.3;

/** The eleven betas of the published sweep. */
export const betas: readonly number[] = Array.from({ length: 11 }, (_, step) => step / 10);

/** @throws RangeError for a beta that is not between 0 and 1 */
export function requireBeta(beta: number): void {
  if (beta >= 0 && beta <= 1) return;
  throw new RangeError(`"beta", the share of the clip head, must lie between 0 and 1, got ${beta}.`);
}

type Heads = Pick<ClipScores, "clip" | "emotion">;

/**
 * Fused clip and emotion scores: β·PG + (1-β)·PL2, a linear mix of log-probabilities, `[C]`. NaN where a score in use
 * is not finite; at beta 0 and 1 only one head is in use.
 * @param beta 0 uses only the top-down branch, 1 only the clip head
 */
export function fuse({ clip, emotion }: Heads, beta: number = reportedBeta): number[] {
  return clip.map((score, index) => mixed(score, beta) + mixed(emotion[index], 1 - beta));
}

function mixed(score: number | null | undefined, weight: number): number {
  if (weight === 0) return 0;
  return Number.isFinite(score) ? weight * score! : NaN;
}

/** The emotion with the highest fused score, the first on ties; -1 when a score in use is not finite. */
export function predictedEmotion(heads: Heads, beta: number = reportedBeta): number {
  return argmax(fuse(heads, beta));
}

/** The predicted emotion of each clip, `[clips]`; -1 where there is none. */
export function predictedEmotions(clips: readonly Heads[], beta: number = reportedBeta): Int16Array {
  return Int16Array.from(clips, (clip) => predictedEmotion(clip, beta));
}

/**
 * Softmax of the fused scores over the emotions, `[C]`; NaN where a score is missing.
 * @param temperature above 0, by which the fused scores are divided: above 1 flatter, below 1 sharper
 */
export function fusedProbabilities(heads: Heads, beta: number, temperature = 1): number[] {
  return softmax(fuse(heads, beta).map((score) => score / temperature));
}
