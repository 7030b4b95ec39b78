import { dfewLabels } from "../../../kernel/aen/labels.js";
import type { ClipScores } from "../../../kernel/contracts/clipScores.js";
import { type ClipsByGroup, clipsByGroup } from "../../../kernel/metrics/clipsByGroup.js";

/** A clip of a group: its emotion, the one it is taken for, and its person. */
export type GroupedAnswer = readonly [
  group: string | undefined,
  truth: number | null,
  named: number,
  person?: number,
];

/** The scores of a clip that is taken for one of the seven emotions; -1 gives scores that are not finite. */
export function answer(label: number | null, named: number, person?: number): ClipScores {
  const heads = dfewLabels.emotions.map((_, emotion) => (named < 0 ? NaN : emotion === named ? -0.1 : -4));
  const sentiment = dfewLabels.groups.map(({ emotions }) => (emotions.includes(named) ? -0.1 : -3));
  return { label, ...(person !== undefined && { person }), clip: heads, emotion: heads, sentiment };
}

/** Clips of groups, as evaluated. */
export function grouped(answers: readonly GroupedAnswer[]): ClipsByGroup {
  const scores = answers.map(([, truth, named, person]) => answer(truth, named, person));
  return clipsByGroup(
    scores,
    answers.map(([group]) => group),
    dfewLabels,
    0.3,
  );
}

/**
 * Of dark skin: Happy 1 of 2 right, Sad 1 of 1. Of light skin: Happy 2 of 2, Sad 1 of 2, Neutral 1 of 1. Two people each.
 */
export const byHand: readonly GroupedAnswer[] = [
  ["light", 0, 0, 5],
  ["dark", 0, 0, 1],
  ["dark", 0, 1, 1],
  ["dark", 1, 1, 2],
  ["light", 0, 0, 5],
  ["light", 1, 1, 5],
  ["light", 1, 0, 6],
  ["light", 2, 2, 6],
];
