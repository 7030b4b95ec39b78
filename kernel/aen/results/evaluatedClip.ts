import type { Clip } from "../clips/clip.js";
import type { LabelSet } from "../labels.js";
import type { ClipPrediction } from "../../contracts/clipPrediction.js";
import { ClipTimeline } from "./clipTimeline.js";
import { clipScores } from "../../metrics/clipScores.js";
import { fuse, predictedEmotion } from "../../metrics/fusion.js";

/** One evaluated clip: what it is and what the network predicted. */
export class EvaluatedClip {
  constructor(
    readonly clip: Clip,
    readonly prediction: ClipPrediction,
    readonly labels: LabelSet,
    readonly beta: number,
  ) {}

  /** Index of the emotion predicted at {@link beta}; -1 when the scores are not finite. */
  get namedIndex(): number {
    return predictedEmotion(clipScores(this.prediction), this.beta);
  }

  /** The emotion predicted at {@link beta}; "nothing" when the scores are not finite. */
  get named(): string {
    return this.labels.emotions[this.namedIndex] ?? "nothing";
  }

  /** The frames that the network saw, each with ground truth, pseudo label and the network's own prediction. */
  timeline(): ClipTimeline {
    return new ClipTimeline(this.clip, this.prediction, this.labels, this.beta);
  }

  toString(): string {
    const { label, originalLabel } = this.prediction;
    const original = originalLabel === undefined ? "" : ` (${originalLabel} in its data set)`;
    const truth = label === null ? "not labelled" : `labelled ${this.labels.emotions[label]}${original}`;
    if (this.namedIndex < 0) return `${this.clip.id}: ${truth}, its scores are not finite`;
    const score = Math.max(...fuse(clipScores(this.prediction), this.beta));
    return `${this.clip.id}: ${truth}, predicted ${this.named} (score ${score.toFixed(2)})`;
  }
}
