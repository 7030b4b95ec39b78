/**
 * One figure of one run (e.g. UAR) with each clip's contribution to it.
 *
 * `influence[clip]` is the empirical influence of the clip on the figure, divided by the number of clips: it
 * sums to 0 within each class, and the products of two runs' influences sum to the covariance of their figures
 * under sampling of the clips (within classes, so that class counts are held fixed).
 */
export interface ScoredRun {
  /** The figure, 0 to 1. */
  readonly value: number;
  /** `[clips]`, in the same order for all runs that are compared. */
  readonly influence: Float64Array;
  /** By how much a clip's being right raises the figure, `[clips]`; 0 for a clip that does not count. */
  readonly weight: Float64Array;
  /** Whether the clip is the only one of its class, `[clips]`: 1 or 0. */
  readonly alone: Uint8Array;
}

/**
 * The accuracy averaged over classes: UAR for emotions or for sentiment groups; with a single class, that class's
 * recall; with all `classes` equal, WAR.
 *
 * @param right `[clips]`, whether the run predicted the clip's class
 * @param classes `[clips]`, the class under which a clip counts; classes that do not occur are left out of the mean
 *   (SPEC.md, section 7); a negative class excludes the clip
 */
export function meanRate(right: readonly boolean[], classes: readonly number[]): ScoredRun {
  const counts = new Map<number, { clips: number; right: number }>();
  classes.forEach((label, clip) => {
    if (label < 0) return;
    const count = counts.get(label) ?? { clips: 0, right: 0 };
    counts.set(label, { clips: count.clips + 1, right: count.right + Number(right[clip]) });
  });
  const rates = new Map([...counts].map(([label, count]) => [label, count.right / count.clips]));
  const influence = Float64Array.from(classes, (label, clip) => {
    if (label < 0) return 0;
    const { clips } = counts.get(label)!;
    // The factor n / (n - 1) makes sums of products unbiased covariances, as in a sample variance.
    const unbiased = clips > 1 ? Math.sqrt(clips / (clips - 1)) : 1;
    return ((Number(right[clip]) - rates.get(label)!) * unbiased) / (clips * counts.size);
  });
  const weight = Float64Array.from(classes, (label) =>
    label < 0 ? 0 : 1 / (counts.get(label)!.clips * counts.size),
  );
  const alone = Uint8Array.from(classes, (label) => Number(label >= 0 && counts.get(label)!.clips === 1));
  const value = [...rates.values()].reduce((sum, rate) => sum + rate, 0) / counts.size;
  return { value, influence, weight, alone };
}
