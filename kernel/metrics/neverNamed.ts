import type { Counts } from "./confusionMatrix.js";

/** A class that has clips and is predicted for none of any class: a mean over classes hides that. */
export interface NeverNamed {
  readonly name: string;
  /** Clips that belong to it. */
  readonly clips: number;
}

/** The classes of a matrix that have clips but are never predicted, in their order. */
export function neverNamed(matrix: Counts, names: readonly string[]): NeverNamed[] {
  return names.flatMap((name, index) => {
    const clips = matrix[index].reduce((sum, count) => sum + count, 0);
    const isNamed = matrix.some((row) => row[index] > 0);
    return clips > 0 && !isNamed ? [{ name, clips }] : [];
  });
}
