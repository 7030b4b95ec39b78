import type { ClipsOfGroup } from "./clipsByGroup.js";
import { recallInfluences } from "./clusteredClips.js";
import { intervalDifference } from "./intervalDifference.js";
import { fewPeople } from "./people.js";
import { leastP, peopleInBoth, permutedPeopleTest, type PersonInGroups } from "./permutedPeople.js";
import type { Interval } from "./rateInterval.js";
import { recallIntervals, recallsOf } from "./scores.js";

/** The UAR of one group minus that of another, over the emotions that every group has clips of. Rates, not points. */
export interface GroupDifference {
  /** The group with the larger UAR. */
  readonly higher: string;
  readonly lower: string;
  /** 0 to 1. */
  readonly difference: number;
  /** -1 to 1; holds for all pairs of groups together. */
  readonly interval: Interval;
  /** Two-sided, by person, corrected for the number of pairs (Holm 1979). */
  readonly p: number;
  /** Before the correction. */
  readonly uncorrectedP: number;
  /** The smallest uncorrected p value that so few people allow. */
  readonly leastP: number;
  /** How many people it rests on: clips where clips do not name theirs. */
  readonly people: number;
  /** How many of them have clips of both groups. */
  readonly inBoth: number;
}

/** A difference that is not corrected for the number of pairs yet. */
export type SingleDifference = Omit<GroupDifference, "p">;

/**
 * The difference of two groups, with an interval out of those of the two UARs. People with clips of both groups make the
 * UARs correlated; a positive correlation of fewer than ten such people counts as none.
 * @param classes the emotions that every group has clips of
 * @param level of the interval
 * @param unit draws for the p value, uniform in [0, 1)
 */
export function groupDifference(
  one: ClipsOfGroup,
  two: ClipsOfGroup,
  classes: readonly number[],
  level: number,
  unit: () => number,
): SingleDifference {
  const [uarOne, uarTwo] = [one, two].map(({ shared }) => recallsOf(shared.matrix)[0]);
  const [high, low] = uarOne >= uarTwo ? [one, two] : [two, one];
  const people = peopleInGroups([high, low], classes);
  return {
    ...{ higher: high.group, lower: low.group, difference: Math.abs(uarOne - uarTwo) },
    interval: differenceInterval(high, low, level),
    uncorrectedP: permutedPeopleTest(people, unit),
    leastP: leastP(people),
    ...{ people: people.length, inBoth: peopleInBoth(people) },
  };
}

function differenceInterval(high: ClipsOfGroup, low: ClipsOfGroup, level: number): Interval {
  const [ofHigh, ofLow] = [high, low].map(({ shared: { matrix, ofPeople } }) => ({
    rate: recallsOf(matrix)[0],
    interval: recallIntervals(matrix, level, ofPeople)[0],
  }));
  return intervalDifference(ofHigh, ofLow, correlationOf(high, low));
}

/** The correlation of two groups' UARs through the people that both show, -1 to 1. */
function correlationOf(one: ClipsOfGroup, two: ClipsOfGroup): number {
  const [ofOne, ofTwo] = [one, two].map(influenceOfPeople);
  const both = [...ofOne.keys()].filter((person) => ofTwo.has(person));
  const squares = (sums: ReadonlyMap<number, number>) =>
    [...sums.values()].reduce((sum, value) => sum + value ** 2, 0);
  const scale = Math.sqrt(squares(ofOne) * squares(ofTwo));
  if (scale === 0) return 0;
  const product = both.reduce((sum, person) => sum + ofOne.get(person)! * ofTwo.get(person)!, 0);
  return both.length < fewPeople ? Math.min(0, product / scale) : product / scale;
}

/** By how much each person's clips move the UAR. */
function influenceOfPeople({ shared, answers }: ClipsOfGroup): Map<number, number> {
  const influences = recallInfluences(shared.matrix);
  const sums = new Map<number, number>();
  for (const { person, truth, named } of answers)
    sums.set(person, (sums.get(person) ?? 0) + influences[truth][named]);
  return sums;
}

function peopleInGroups(groups: readonly ClipsOfGroup[], classes: readonly number[]): PersonInGroups[] {
  const none = () => groups.map(() => classes.map(() => 0));
  const known = new Map<number, { clips: number[][]; right: number[][] }>();
  groups.forEach(({ answers }, side) => {
    for (const { person, truth, named } of answers) {
      const counts = known.get(person) ?? { clips: none(), right: none() };
      known.set(person, counts);
      counts.clips[side][classes.indexOf(truth)] += 1;
      counts.right[side][classes.indexOf(truth)] += Number(truth === named);
    }
  });
  return [...known.values()];
}
