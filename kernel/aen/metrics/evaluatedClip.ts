import type { Clip } from "../data/clip.js";
import type { LabelSet } from "../labels.js";
import type { ClipPrediction } from "./clipPrediction.js";
import { ClipTimeline } from "./clipTimeline.js";
import { fuse, predictedEmotion } from "./fusion.js";

/** One evaluated clip: what it is and what the network said of it. */
export class EvaluatedClip {
  constructor(
    readonly clip: Clip,
    readonly prediction: ClipPrediction,
    readonly labels: LabelSet,
    readonly beta: number,
  ) {}

  /** The emotion that the network names at {@link beta}. */
  get named(): string {
    return this.labels.emotions[predictedEmotion(this.prediction, this.beta)];
  }

  /** The frames that the network saw, with truth, pseudo labels and its own view of each. */
  timeline(): ClipTimeline {
    return new ClipTimeline(this.clip, this.prediction, this.labels, this.beta);
  }

  toString(): string {
    const { label } = this.prediction;
    const truth = label === null ? "not labelled" : `labelled ${this.labels.emotions[label]}`;
    const score = Math.max(...fuse(this.prediction, this.beta));
    return `${this.clip.id}: ${truth}, named ${this.named} (score ${score.toFixed(2)})`;
  }
}
