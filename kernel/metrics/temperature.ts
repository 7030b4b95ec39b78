import type { ClipScores } from "../contracts/clipScores.js";
import { fuse } from "./fusion.js";
import { softmax } from "./probabilities.js";

/** The lowest and highest temperature that is fitted. */
export const temperatureBounds = { lowest: 0.01, highest: 100 } as const;

/** The temperature that makes the labels of some clips most likely. */
export interface TemperatureFit {
  /** By which the fused scores are divided: above 1 the network was too sure, below 1 not sure enough. */
  readonly value: number;
  /** The bound at which it ends, because the labels get ever more likely towards it; null in between. */
  readonly bound: keyof typeof temperatureBounds | null;
  /** Mean negative log likelihood of the labels, in nats, with temperature 1. */
  readonly nllUnscaled: number;
  /** The same with the fitted temperature. */
  readonly nll: number;
  /** The clips that it was fitted on: those with a label and finite scores. */
  readonly clips: number;
}

interface Labelled {
  readonly scores: readonly number[];
  readonly label: number;
}

/**
 * Temperature scaling (Guo et al. 2017, "On calibration of modern neural networks"): one number by which the logarithms
 * of the fused probabilities are divided before the softmax, fitted by the negative log likelihood of the labels. No
 * answer changes, only how sure it is. The likelihood is convex in 1 / temperature: its slope is bisected.
 * @throws RangeError if no clip has both a label and finite scores
 */
export function fitTemperature(clips: readonly ClipScores[], beta: number): TemperatureFit {
  const labelled = labelledScores(clips, beta);
  if (labelled.length === 0)
    throw new RangeError(
      "A temperature is fitted on labelled clips, and none of these has both a label and finite scores: evaluate labelled validation clips.",
    );
  const { value, bound } = leastNll(labelled);
  const [nllUnscaled, nll] = [1, value].map((temperature) => meanNll(labelled, temperature));
  return { value, bound, nllUnscaled, nll, clips: labelled.length };
}

function labelledScores(clips: readonly ClipScores[], beta: number): Labelled[] {
  return clips.flatMap((clip) => {
    const scores = fuse(clip, beta);
    return clip.label === null || scores.some(Number.isNaN) ? [] : [{ scores, label: clip.label }];
  });
}

function leastNll(labelled: readonly Labelled[]): Pick<TemperatureFit, "value" | "bound"> {
  const { lowest, highest } = temperatureBounds;
  const [atLowest, atHighest] = [lowest, highest].map((temperature) => slope(labelled, temperature));
  if (atLowest === 0 && atHighest === 0) return { value: 1, bound: null };
  if (atLowest <= 0) return { value: lowest, bound: "lowest" };
  if (atHighest >= 0) return { value: highest, bound: "highest" };
  let [low, high] = [Math.log(lowest), Math.log(highest)];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (slope(labelled, Math.exp(middle)) > 0) low = middle;
    else high = middle;
  }
  return { value: Math.exp((low + high) / 2), bound: null };
}

/** The derivative of the mean negative log likelihood by 1 / temperature: it grows with 1 / temperature. */
function slope(labelled: readonly Labelled[], temperature: number): number {
  const sum = labelled.reduce((total, { scores, label }) => {
    const shares = softmax(scores.map((score) => score / temperature));
    // against the label's own score, so that sure and right answers give exactly 0
    return (
      total + shares.reduce((mean, share, emotion) => mean + share * (scores[emotion] - scores[label]), 0)
    );
  }, 0);
  return sum / labelled.length;
}

function meanNll(labelled: readonly Labelled[], temperature: number): number {
  const sum = labelled.reduce((total, { scores, label }) => {
    const beyond = scores.map((score) => (score - scores[label]) / temperature);
    const highest = Math.max(...beyond);
    return total + highest + Math.log(beyond.reduce((all, value) => all + Math.exp(value - highest), 0));
  }, 0);
  return sum / labelled.length;
}
