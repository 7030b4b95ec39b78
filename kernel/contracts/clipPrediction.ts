/**
 * The network's prediction for one clip: enough to fuse clip and emotion scores later with any beta (SPEC.md,
 * section 7), to build confusion matrices of emotions and of sentiment, and to draw the clip's timeline.
 * Log-probabilities are natural logarithms; C emotions, G sentiment groups, T frames.
 */
export interface ClipPrediction {
  /** The `id` of the clip. */
  readonly clip: string;
  /** Index into the label set; null when the clip is not labelled. */
  readonly label: number | null;
  /** The name that the clip's own data set has for its label, where a `labelMap` reads it as another emotion. */
  readonly originalLabel?: string;
  /**
   * The person shown, as a number without meaning, equal for clips of the same person among the same predictions; absent
   * where the clip names no one.
   */
  readonly person?: number;
  /** The frame numbers that the network saw, `[T]`. */
  readonly frameNumbers: readonly number[];
  /** Which of them show no face, each once, ascending: their logits are null. Absent where all show one. */
  readonly withoutFace?: readonly number[];
  /** PG: log-probabilities of the clip head, `[C]`. */
  readonly clipLogProbabilities: readonly number[];
  /** PL1: log-probabilities of the sentiment head, `[G]`; empty for a network without that head. */
  readonly sentimentLogProbabilities: readonly number[];
  /** PL2: log-probabilities of the emotion head, `[C]`. */
  readonly emotionLogProbabilities: readonly number[];
  /** Logits of the frozen frame model, the source of pseudo labels, `[T][C]`; null for a frame without a face. */
  readonly pseudoLabelLogits?: readonly (readonly number[] | null)[];
  /** Logits of the network's own frame head, `[T][C]`; null for a frame without a face. */
  readonly frameLogits?: readonly (readonly number[] | null)[];
  /** Attention of the highest semantic level's class token to each frame, mean over heads, `[T]`; sums to at most 1. */
  readonly frameAttention?: readonly number[];
}
