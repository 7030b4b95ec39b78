/**
 * Counts of clips by true class (row) and named class (column).
 * @param truths class indices; a clip that is not labelled must be left out before
 * @throws RangeError when the lists differ in length or hold a class outside 0..classes-1
 */
export function confusionMatrix(
  truths: readonly number[],
  predictions: readonly number[],
  classes: number,
): number[][] {
  if (truths.length !== predictions.length) {
    throw new RangeError(`There are ${truths.length} labels but ${predictions.length} predictions.`);
  }
  const matrix = Array.from({ length: classes }, () => new Array<number>(classes).fill(0));
  truths.forEach((truth, index) => {
    if (!isClass(truth, classes) || !isClass(predictions[index], classes)) {
      throw new RangeError(`Classes must be 0..${classes - 1}, got ${truth} and ${predictions[index]}.`);
    }
    matrix[truth][predictions[index]] += 1;
  });
  return matrix;
}

/** Recall, precision and F1 of one class; null where nothing was there to divide by. */
export interface ClassScores {
  /** Share of the class's clips that were named right. */
  readonly recall: number | null;
  /** Share of the clips named so that were of the class. */
  readonly precision: number | null;
  /** Harmonic mean of both; null for a class that neither occurs nor is named. */
  readonly f1: number | null;
  /** Clips of the class. */
  readonly clips: number;
}

/** The scores of every class. */
export function classScores(matrix: readonly (readonly number[])[]): ClassScores[] {
  return matrix.map((row, index) => {
    const right = row[index];
    const clips = sum(row);
    const named = sum(matrix.map((other) => other[index]));
    return {
      recall: ratio(right, clips),
      precision: ratio(right, named),
      f1: ratio(2 * right, clips + named),
      clips,
    };
  });
}

/** Weighted average recall: the share of all clips that were named right; NaN without clips. */
export function weightedAverageRecall(matrix: readonly (readonly number[])[]): number {
  return sum(matrix.map((row, index) => row[index])) / sum(matrix.flat());
}

/** Unweighted average recall: the mean over the classes that have clips; NaN without clips. */
export function unweightedAverageRecall(matrix: readonly (readonly number[])[]): number {
  return mean(classScores(matrix).flatMap(({ recall }) => (recall === null ? [] : [recall])));
}

/** The mean F1 over the classes that occur or are named; NaN without clips. */
export function macroF1(matrix: readonly (readonly number[])[]): number {
  return mean(classScores(matrix).flatMap(({ f1 }) => (f1 === null ? [] : [f1])));
}

function isClass(value: number, classes: number): boolean {
  return Number.isInteger(value) && value >= 0 && value < classes;
}

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}
