import { dfewLabels, type LabelSet } from "../../../kernel/aen/labels.js";
import type { ClipPrediction } from "../../../kernel/contracts/clipPrediction.js";

/** Draws numbers from 0 to 1 that are the same in every run (mulberry32). */
export function draws(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function logSoftmax(logits: readonly number[]): number[] {
  const sum = Math.log(logits.reduce((total, value) => total + Math.exp(value), 0));
  return logits.map((value) => value - sum);
}

/** Clips whose errors lie mostly within the sentiment group, as those of a trained network do. */
export function examplePredictions(count: number, seed = 7, labels: LabelSet = dfewLabels): ClipPrediction[] {
  const draw = draws(seed);
  return Array.from({ length: count }, (_, i) =>
    examplePrediction(`clip-${String(i + 1).padStart(4, "0")}`, draw, labels),
  );
}

export function examplePrediction(
  id: string,
  draw: () => number,
  labels: LabelSet,
  frames = 0,
): ClipPrediction {
  const { emotions, groupOf, groups } = labels;
  const label = Math.floor(draw() * emotions.length);
  const logits = (strength: number) =>
    emotions.map((_, c) => 2.2 * draw() + (c === label ? strength : groupOf[c] === groupOf[label] ? 0.7 : 0));
  const frameList = Array.from({ length: frames }, (_, t) => t);
  const attention = frameList.map(() => draw());
  const sum = attention.reduce((total, value) => total + value, 0);
  return {
    clip: id,
    label,
    frameNumbers: frameList,
    clipLogProbabilities: logSoftmax(logits(1.5)),
    sentimentLogProbabilities: logSoftmax(
      groups.map((_, g) => 2 * draw() + (g === groupOf[label] ? 1.5 : 0)),
    ),
    emotionLogProbabilities: logSoftmax(logits(1.1)),
    ...(frames > 0 && {
      pseudoLabelLogits: frameList.map(() => logits(1.6)),
      frameLogits: frameList.map(() => logits(1.2)),
      frameAttention: attention.map((value) => (0.9 * value) / sum),
    }),
  };
}
