import { type ClipsByGroup, type ClipsOfGroup } from "./clipsByGroup.js";
import { groupDifference, type GroupDifference } from "./groupDifference.js";
import { holm } from "./holm.js";
import type { Interval } from "./rateInterval.js";
import { recallIntervals, recallsOf } from "./scores.js";

/** The figures of one group of people or clips; rates from 0 to 1, NaN without clips. */
export interface GroupFigures {
  readonly group: string;
  /** Labelled clips with finite scores. */
  readonly clips: number;
  /** How many people they show; null where no clip names its person. */
  readonly people: number | null;
  /** How many of the people are clips that name no one. */
  readonly nameless: number;
  /** Unweighted average recall over the emotions that every group has clips of. */
  readonly uar: number;
  readonly uarInterval: Interval;
  /** Share of all its clips that were classified correctly: it depends on which emotions the group has clips of. */
  readonly war: number;
  readonly warInterval: Interval;
  /** The sentiment head's own UAR, over the sentiments that every group has clips of. */
  readonly sentimentUar: number;
  readonly sentimentUarInterval: Interval;
  /** Emotions of other groups' clips of which this group has none, as indices into the label set. */
  readonly missing: readonly number[];
}

/** The figures of every group. @param level of the intervals, each for its figure alone */
export function figuresOfGroups({ groups }: ClipsByGroup, level: number): GroupFigures[] {
  return groups.map((group) => figuresOfGroup(group, level));
}

function figuresOfGroup(
  { group, all, shared, sharedSentiments, count, missing }: ClipsOfGroup,
  level: number,
): GroupFigures {
  const [uar] = recallsOf(shared.matrix);
  const [uarInterval] = recallIntervals(shared.matrix, level, shared.ofPeople);
  const [, war] = recallsOf(all.matrix);
  const [, warInterval] = recallIntervals(all.matrix, level, all.ofPeople);
  const [sentimentUar] = recallsOf(sharedSentiments.matrix);
  const { matrix, ofPeople } = sharedSentiments;
  const [sentimentUarInterval] = recallIntervals(matrix, level, ofPeople);
  const clips = all.named.length;
  return {
    ...{ group, clips, people: count, nameless: all.nameless },
    ...{ uar, uarInterval, war, warInterval },
    ...{ sentimentUar, sentimentUarInterval, missing },
  };
}

/**
 * The differences of UAR of all pairs of groups, the largest first; none where no emotion has clips in every group.
 * Intervals hold for all pairs together (Bonferroni), p values are corrected for their number (Holm 1979).
 * @param unit draws, uniform in [0, 1)
 */
export function groupDifferences(
  { groups, classes }: ClipsByGroup,
  level: number,
  unit: () => number,
): GroupDifference[] {
  if (classes.length === 0) return [];
  const pairs = groups.flatMap((one, at) => groups.slice(at + 1).map((two) => [one, two] as const));
  const each = 1 - (1 - level) / Math.max(1, pairs.length);
  const found = pairs.map(([one, two]) => groupDifference(one, two, classes, each, unit));
  const corrected = holm(found.map(({ uncorrectedP }) => uncorrectedP));
  return found
    .map((single, pair) => ({ ...single, p: corrected[pair] }))
    .sort((a, b) => b.difference - a.difference);
}
