import { studentQuantile } from "../../../kernel/metrics/studentQuantile.js";

/** How often one person's clips are named right. */
export interface PersonRecall {
  readonly groups: Readonly<Record<string, string>>;
  readonly recall: number;
}

/**
 * How much higher the recall of one group of people is than that of another, each person's the mean over trainings, with
 * Welch's 95 % interval over people.
 * @param recalls of each training, of the same people in the same order, `[trainings][people]`
 */
export function groupGap(
  recalls: readonly (readonly PersonRecall[])[],
  field: string,
  [one, other]: readonly [string, string],
): { readonly gap: number; readonly low: number; readonly high: number } {
  const means = recalls[0].map(({ groups }, person) => ({
    group: groups[field],
    value: mean(recalls.map((training) => training[person].recall)),
  }));
  const [a, b] = [one, other].map((name) =>
    means.filter(({ group }) => group === name).map(({ value }) => value),
  );
  const gap = mean(a) - mean(b);
  const [va, vb] = [variance(a) / a.length, variance(b) / b.length];
  const degrees = (va + vb) ** 2 / (va ** 2 / (a.length - 1) + vb ** 2 / (b.length - 1));
  const half = studentQuantile(0.05, Math.max(1, Math.floor(degrees))) * Math.sqrt(va + vb);
  return { gap, low: gap - half, high: gap + half };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function variance(values: readonly number[]): number {
  const center = mean(values);
  return values.reduce((sum, value) => sum + (value - center) ** 2, 0) / (values.length - 1);
}
