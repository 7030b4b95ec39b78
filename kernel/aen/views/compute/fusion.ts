import type { ClipPayload } from "../payload/clips.js";

/**
 * The emotion that clip and emotion head agree on: argmax of beta * PG + (1 - beta) * PL2 (SPEC.md, section 7).
 * -1 when a score is missing or not finite.
 */
export function predictedEmotion(clip: ClipPayload, beta: number): number {
  const { clip: fromClip, emotion: fromLevel } = clip;
  let best = -1;
  let bestScore = -Infinity;
  for (let c = 0; c < fromClip.length; c++) {
    const score = fusedScore(fromClip[c], fromLevel[c], beta);
    if (Number.isNaN(score)) return -1;
    if (score > bestScore) [best, bestScore] = [c, score];
  }
  return best;
}

function fusedScore(fromClip: number | null, fromLevel: number | null | undefined, beta: number): number {
  const left = beta === 0 ? 0 : beta * (fromClip ?? NaN);
  return left + (beta === 1 ? 0 : (1 - beta) * (fromLevel ?? NaN));
}

/** Probabilities of the fused score, softmax over emotions, `[C]`; NaN where scores are missing. */
export function fusedProbabilities(clip: ClipPayload, beta: number): number[] {
  return softmax(clip.clip.map((value, c) => fusedScore(value, clip.emotion[c], beta)));
}

/** Softmax, computed without overflow. */
export function softmax(logits: readonly number[]): number[] {
  const highest = Math.max(...logits);
  const powers = logits.map((value) => Math.exp(value - highest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

/** Index of the largest value; -1 when there is none or one is missing. */
export function argmax(values: readonly (number | null)[]): number {
  let best = -1;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (value === null || Number.isNaN(value)) return -1;
    if (best < 0 || value > (values[best] as number)) best = i;
  }
  return best;
}
