import type { ClipAnswer } from "./clipAnswer.js";

/** The share of right answers; NaN without any. */
export function shareRight(answers: readonly ClipAnswer[]): number {
  return answers.filter(({ truth, named }) => truth === named).length / answers.length;
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Each value once, in the order of its first appearance. */
export function distinct<Value>(values: readonly Value[]): Value[] {
  return [...new Set(values)];
}

/** A figure for each group of answers. */
export function eachGroup(
  answers: readonly ClipAnswer[],
  figure: (own: readonly ClipAnswer[]) => number,
): Record<string, number> {
  const groups = distinct(answers.map(({ group }) => group));
  return Object.fromEntries(groups.map((group) => [group, figure(answers.filter((a) => a.group === group))]));
}

/** The mean recall over these emotions. */
export function uarOver(answers: readonly ClipAnswer[], emotions: readonly string[]): number {
  return mean(emotions.map((emotion) => shareRight(answers.filter(({ truth }) => truth === emotion))));
}

/** The emotions that every group has clips of. */
function commonEmotions(answers: readonly ClipAnswer[]): string[] {
  const groups = distinct(answers.map(({ group }) => group));
  return distinct(answers.map(({ truth }) => truth)).filter((emotion) =>
    groups.every((group) => answers.some((a) => a.group === group && a.truth === emotion)),
  );
}

/** UAR of each group over the emotions that every group has clips of, as `result.byGroup` gives it. */
export function uarByGroup(answers: readonly ClipAnswer[]): Record<string, number> {
  const emotions = commonEmotions(answers);
  return eachGroup(answers, (own) => uarOver(own, emotions));
}
