import type { Grouping } from "../contracts/labels.js";
import { classScores, type Counts, mergeClasses } from "./confusionMatrix.js";

/** One row and column of a displayed matrix: an emotion, or a whole group if it is folded. */
export interface ConfusionClass {
  readonly name: string;
  readonly group: number;
  /** The emotions counted in this class. */
  readonly emotions: readonly number[];
  readonly folded: boolean;
}

/** A confusion matrix for display, with classes in the order of the sentiment groups. */
export interface Confusion {
  readonly classes: readonly ConfusionClass[];
  /** `[truth][predicted]` */
  readonly counts: Counts;
  /** Clips by true class. */
  readonly truths: readonly number[];
  /** Clips by predicted class. */
  readonly predictions: readonly number[];
  /** Recall by class; NaN for a class without clips. */
  readonly recall: readonly number[];
  /** Precision by class; NaN for a class that is never predicted. */
  readonly precision: readonly number[];
}

/** Rows and columns in the order of the groups; a folded group is one class. */
export function confusionClasses(
  { emotions, groups }: Grouping,
  folded: ReadonlySet<number> = new Set(),
): ConfusionClass[] {
  return groups.flatMap((group, g): ConfusionClass[] => {
    if (folded.has(g)) return [{ name: group.name, group: g, emotions: group.emotions, folded: true }];
    return group.emotions.map((emotion) => ({
      name: emotions[emotion],
      group: g,
      emotions: [emotion],
      folded: false,
    }));
  });
}

/** Converts a matrix of emotions, in the order of the label set, to the displayed classes. */
export function confusionOf(matrix: Counts, classes: readonly ConfusionClass[]): Confusion {
  return countedConfusion(
    mergeClasses(
      matrix,
      classes.map(({ emotions }) => emotions),
    ),
    classes,
  );
}

/** The matrix of clips that are counted by the displayed classes already. */
export function countedConfusion(counts: Counts, classes: readonly ConfusionClass[]): Confusion {
  const scores = classScores(counts);
  return {
    classes,
    counts,
    truths: scores.map(({ clips }) => clips),
    predictions: classes.map((_, k) => counts.reduce((sum, row) => sum + row[k], 0)),
    recall: scores.map(({ recall }) => recall ?? NaN),
    precision: scores.map(({ precision }) => precision ?? NaN),
  };
}
