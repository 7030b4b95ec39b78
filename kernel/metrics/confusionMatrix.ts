/** Counts of clips by true class (row) and predicted class (column). */
export type Counts = readonly (readonly number[])[];

/**
 * Counts clips by true and predicted class.
 * @param truths class indices, `[clips]`; null skips the clip
 * @param named predicted class indices, `[clips]`; -1 skips the clip
 * @throws RangeError when the lists differ in length or contain a class outside 0..classes-1
 */
export function confusionMatrix(
  truths: readonly (number | null)[],
  named: ArrayLike<number>,
  classes: number,
): number[][] {
  if (truths.length !== named.length) {
    throw new RangeError(`There are ${truths.length} labels but ${named.length} predictions.`);
  }
  const matrix = noCounts(classes);
  truths.forEach((truth, index) => {
    const guess = named[index];
    if (truth === null || guess === -1) return;
    if (!isClass(truth, classes) || !isClass(guess, classes)) {
      throw new RangeError(`Classes must be 0..${classes - 1}, got ${truth} and ${guess}.`);
    }
    matrix[truth][guess] += 1;
  });
  return matrix;
}

/** A matrix of zeros. */
export function noCounts(classes: number): number[][] {
  return Array.from({ length: classes }, () => new Array<number>(classes).fill(0));
}

/**
 * The matrix with classes merged, e.g. emotions into sentiment groups.
 * @param members for each new class, its old classes; an old class that belongs to no new class is left out
 */
export function mergeClasses(matrix: Counts, members: readonly (readonly number[])[]): number[][] {
  return members.map((rows) =>
    members.map((columns) => {
      let count = 0;
      for (const row of rows) for (const column of columns) count += matrix[row][column];
      return count;
    }),
  );
}

/** Recall, precision and F1 of one class; null where the denominator is 0. */
export interface ClassScores {
  /** Share of the class's clips that were classified correctly. */
  readonly recall: number | null;
  /** Share of the clips predicted as this class that belong to it. */
  readonly precision: number | null;
  /** Harmonic mean of both; null for a class that neither occurs nor is predicted. */
  readonly f1: number | null;
  /** Clips of the class. */
  readonly clips: number;
}

/** The scores of every class. */
export function classScores(matrix: Counts): ClassScores[] {
  return matrix.map((row, index) => {
    const right = row[index];
    let clips = 0;
    let named = 0;
    for (let other = 0; other < row.length; other += 1) {
      clips += row[other];
      named += matrix[other][index];
    }
    return {
      recall: ratio(right, clips),
      precision: ratio(right, named),
      f1: ratio(2 * right, clips + named),
      clips,
    };
  });
}

/** Weighted average recall: the share of all clips that were classified correctly; NaN without clips. */
export function weightedAverageRecall(matrix: Counts): number {
  return rightCount(matrix) / clipCount(matrix);
}

/** Unweighted average recall: the mean recall over classes that have clips; NaN without clips. */
export function unweightedAverageRecall(scores: readonly ClassScores[]): number {
  return meanOfKnown(scores, "recall");
}

/** The mean F1 over classes that occur or are predicted; NaN without clips. */
export function macroF1(scores: readonly ClassScores[]): number {
  return meanOfKnown(scores, "f1");
}

/** How many clips were counted. */
export function clipCount(matrix: Counts): number {
  let count = 0;
  for (const row of matrix) for (const cell of row) count += cell;
  return count;
}

/** How many clips were classified correctly. */
export function rightCount(matrix: Counts): number {
  let count = 0;
  for (let index = 0; index < matrix.length; index += 1) count += matrix[index][index];
  return count;
}

function isClass(value: number, classes: number): boolean {
  return Number.isInteger(value) && value >= 0 && value < classes;
}

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

function meanOfKnown(scores: readonly ClassScores[], name: "recall" | "f1"): number {
  let sum = 0;
  let known = 0;
  for (const { [name]: value } of scores) {
    if (value === null) continue;
    sum += value;
    known += 1;
  }
  return sum / known;
}
