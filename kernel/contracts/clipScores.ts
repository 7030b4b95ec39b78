/**
 * The scores of the network's three heads for one clip, as plain data: everything that the kernel or a browser needs
 * to compute a figure. Natural log-probabilities; null for a value that is not finite.
 */
export interface ClipScores {
  /** Index of the true emotion; null when the clip is not labelled. */
  readonly label: number | null;
  /**
   * The person shown, as a number without meaning, equal for clips of the same person; absent where the clip names no one.
   * @asType integer
   * @minimum 0
   */
  readonly person?: number;
  /** PG, the clip head, `[C]`. */
  readonly clip: readonly (number | null)[];
  /** PL1, the sentiment head, `[G]`; empty for a network without that head. */
  readonly sentiment: readonly (number | null)[];
  /** PL2, the emotion head, `[C]`. */
  readonly emotion: readonly (number | null)[];
}
