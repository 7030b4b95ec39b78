import type { LabelSet } from "../labels.js";
import type { GroupFigures } from "../../metrics/figuresByGroup.js";
import type { GroupDifference } from "../../metrics/groupDifference.js";
import { peopleSentence } from "../../figures/peopleSentence.js";
import { fewPeople } from "../../metrics/people.js";
import type { Interval } from "../../metrics/rateInterval.js";

/** Figures by group, and how far groups differ. */
export interface GroupTable {
  /** The field of `clip.groups`, e.g. "skin". */
  readonly field: string;
  readonly labels: Pick<LabelSet, "emotions">;
  /** By name of the group. */
  readonly groups: readonly GroupFigures[];
  /** Of all pairs of groups, the largest first; empty with one group, or without an emotion that all have clips of. */
  readonly differences: readonly GroupDifference[];
  /** The emotions that every group has clips of. */
  readonly emotions: readonly string[];
  /** Labelled clips with finite scores that name no group in this field. */
  readonly ungrouped: number;
}

/** The table: a heading, and a row for each group. */
export function groupCells({ field, groups }: GroupTable): string[][] {
  const heading = [field, "clips", "people", "UAR", "WAR", "sentiment UAR"];
  return [heading, ...groups.map(cellsOf)];
}

function cellsOf(row: GroupFigures): string[] {
  const { group, clips, people } = row;
  return [
    ...[group, String(clips), people === null ? "unknown" : String(people)],
    rate(row.uar, row.uarInterval),
    rate(row.war, row.warInterval),
    rate(row.sentimentUar, row.sentimentUarInterval),
  ];
}

/** What the table rests on, and the largest difference. */
export function groupSentences(told: GroupTable): string[] {
  const { groups, field, ungrouped } = told;
  if (groups.length === 0)
    return [`No clip with a label and finite scores names its ${field}: there is nothing to count.`];
  return [
    ...restsOn(told),
    ...caseSentences(groups),
    ...(ungrouped > 0 ? [`Clips that name no ${field} and are left out: ${ungrouped}.`] : []),
    ...differenceSentences(told),
  ];
}

/** Groups whose names differ in case only: most likely one group, written in two ways. */
function caseSentences(groups: readonly GroupFigures[]): string[] {
  const names = groups.map(({ group }) => group);
  const lower = names.map((name) => name.toLowerCase());
  return [...new Set(lower)]
    .map((name) => names.filter((_, at) => lower[at] === name))
    .filter((alike) => alike.length > 1)
    .map((alike) => `${alike.join(" and ")} differ in case only: write them alike if they are one group.`);
}

function restsOn({ emotions, labels, groups }: GroupTable): string[] {
  const names = (classes: readonly number[]) => classes.map((index) => labels.emotions[index]).join(", ");
  const missing = groups.filter((group) => group.missing.length > 0);
  const all = emotions.length === labels.emotions.length ? "all emotions" : emotions.join(", ");
  const few = groups.filter(({ people }) => people !== null && people < fewPeople);
  const share = levelOf(groups[0].uarInterval.level);
  return [
    ...missing.map((group) => `${group.group} has no clips of ${names(group.missing)}.`),
    ...(emotions.length > 0 ? [`UAR is over ${all}; WAR is over all clips of a group.`] : []),
    `In brackets: ${share} % intervals of each figure alone.`,
    ...namelessSentences(groups),
    ...few.map(
      ({ group, people }) => `${group} rests on ${counted(people!)}; below ten, figures are uncertain.`,
    ),
  ];
}

/** That clips name no one, and how many do where others name theirs. */
function namelessSentences(groups: readonly GroupFigures[]): string[] {
  const nameless = groups.reduce((sum, group) => sum + group.nameless, 0);
  if (!areNamed(groups)) return [peopleSentence(null)];
  return nameless > 0 ? [`Clips that name no one, each counted as another person's: ${nameless}.`] : [];
}

function areNamed(groups: readonly GroupFigures[]): boolean {
  return groups.some(({ people }) => people !== null);
}

function differenceSentences({ groups, differences, emotions }: GroupTable): string[] {
  if (groups.length === 1)
    return [`All clips are of one group, ${groups[0].group}: there is nothing to compare.`];
  if (emotions.length === 0)
    return [
      "No emotion has clips in every group, so UARs cannot be compared: evaluate without the groups that have few " +
        "clips (clips.filter), or more clips.",
    ];
  const [largest] = differences;
  const rest = smallSentence(largest, differences.length);
  const permuted = permutedSentence(largest, areNamed(groups));
  return [largestSentence(largest, differences.length), permuted, ...rest];
}

function largestSentence({ higher, lower, difference, interval, p }: GroupDifference, pairs: number): string {
  const range = `${percentOf(interval.low)} to ${percentOf(interval.high)}`;
  const share = levelOf(1 - pairs * (1 - interval.level));
  const forAll = pairs > 1 ? ` for all ${pairs} pairs of groups together` : "";
  const corrected = pairs > 1 ? ` (Holm, ${pairs} pairs)` : "";
  return (
    `Largest difference of UAR: ${higher} - ${lower} = ${percentOf(difference)} points ` +
    `(${share} % interval ${range}${forAll}), p ${p < 0.001 ? "< 0.001" : `= ${p.toFixed(3)}`}${corrected}.`
  );
}

/** What the p value permutes. */
function permutedSentence({ people, inBoth }: GroupDifference, named: boolean): string {
  if (!named)
    return (
      `p permutes ${people} clips between the groups, each as another person's: too small where people have several ` +
      "clips."
    );
  if (inBoth === 0) return `p permutes ${counted(people)} between the groups, each with all clips.`;
  const swapped = `swaps the two groups within each of ${counted(inBoth)} with clips of both`;
  const others = people - inBoth;
  return others === 0 ? `p ${swapped}.` : `p ${swapped} and permutes ${others} with clips of one.`;
}

function smallSentence({ leastP }: GroupDifference, pairs: number): string[] {
  const least = Math.min(1, leastP * pairs);
  if (least < 0.05) return [];
  return [`So few people cannot give a p value below ${least.toFixed(3)}, whatever the difference.`];
}

function counted(people: number): string {
  return people === 1 ? "1 person" : `${people} people`;
}

function rate(value: number, { low, high }: Interval): string {
  if (Number.isNaN(value)) return "-";
  return `${percentOf(value)} % (${percentOf(low)} to ${percentOf(high)})`;
}

/** The level of an interval, "95". */
function levelOf(level: number): number {
  return Number((100 * level).toFixed(2));
}

function percentOf(share: number): string {
  return (100 * share).toFixed(1);
}
