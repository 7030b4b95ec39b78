import type { Counts } from "./confusionMatrix.js";
import { peopleOf } from "./people.js";

/** Counted clips with the person that each shows. */
export interface ClipsOfPeople {
  /** `[clips]`; null for a clip that does not count. */
  readonly truths: readonly (number | null)[];
  /** `[clips]`; -1 for a clip that does not count. */
  readonly named: ArrayLike<number>;
  /** `[clips]`, numbered from 0. */
  readonly people: readonly number[];
}

/** How much more a figure varies over people than over clips. */
export interface PeopleEffect {
  /** The variance by person over that by clip, at least 1. */
  readonly effect: number;
  /** How many people the figure rests on. */
  readonly people: number;
}

/**
 * How much a clip's answer moves a figure, by true and predicted class; 0 where it does not. Sums to 0 over the clips.
 */
export type Influences = readonly (readonly number[])[];

/** Among how many independent clips that go the other way the assumed likeness counts as much as the observed one. */
const assumedClips = 5;
/** The likeness of one person's clips that is assumed where hardly any clip says something: their correlation. */
const assumedLikeness = 0.1;

/**
 * The design effect (Kish 1965) of a figure: the sums of the influences of each person's clips, squared, over the
 * squared influences of the clips. Where few clips differ from the rest (a figure near 0 or 100 %), there is little to
 * see of how alike one person's clips are: a correlation of at least a tenth is assumed to that extent.
 * @param counts whether clips of a true and a predicted class count for the figure at all
 * @param rate the figure, 0..1
 */
export function peopleEffect(
  clips: ClipsOfPeople,
  influences: Influences,
  counts: (truth: number, named: number) => boolean,
  rate: number,
): PeopleEffect {
  const ofPeople = influencesOfPeople(clips, influences, counts);
  const people = ofPeople.length;
  if (people < 2) return { effect: 1, people };
  const total = (value: (person: InfluenceOfPerson) => number) =>
    ofPeople.reduce((sum, person) => sum + value(person), 0);
  const all = total((person) => person.clips);
  const between = (total(({ sum }) => sum ** 2) * people) / (people - 1);
  const within = (total(({ squares }) => squares) * all) / Math.max(1, all - 1);
  const assumed = effectOf(ofPeople.map((person) => person.clips));
  const observed = within > 0 ? between / within : assumed;
  const rare = (all * Math.min(rate, 1 - rate)) / Math.max(1, observed);
  return { effect: Math.max(1, withAssumed(observed, assumed, rare)), people };
}

/** The design effect that is assumed where the clips say little. @param people `[clips]`, one number for each person */
export function assumedEffect(people: readonly number[]): number {
  const clips = new Map<number, number>();
  for (const person of people) clips.set(person, (clips.get(person) ?? 0) + 1);
  return effectOf([...clips.values()]);
}

/** Of so many clips by person: the mean clip sees so many of its own person. */
function effectOf(clips: readonly number[]): number {
  const sum = (value: (count: number) => number) => clips.reduce((all, count) => all + value(count), 0);
  return 1 + assumedLikeness * (sum((count) => count ** 2) / sum((count) => count) - 1);
}

/**
 * The observed variance, or the assumed one where that is larger and few clips go the other way.
 * @param rare how many independent clips go the other way
 */
export function withAssumed(observed: number, assumed: number, rare: number): number {
  return (rare * observed + assumedClips * Math.max(assumed, observed)) / (rare + assumedClips);
}

interface InfluenceOfPerson {
  sum: number;
  squares: number;
  clips: number;
}

function influencesOfPeople(
  { truths, named, people }: ClipsOfPeople,
  influences: Influences,
  counts: (truth: number, named: number) => boolean,
): InfluenceOfPerson[] {
  const known = new Map<number, InfluenceOfPerson>();
  truths.forEach((truth, clip) => {
    if (truth === null || named[clip] === -1 || !counts(truth, named[clip])) return;
    const influence = influences[truth][named[clip]];
    const person = known.get(people[clip]) ?? { sum: 0, squares: 0, clips: 0 };
    person.sum += influence;
    person.squares += influence ** 2;
    person.clips += 1;
    known.set(people[clip], person);
  });
  return [...known.values()];
}

/** The influences on the mean recall over the classes that have clips. */
export function recallInfluences(matrix: Counts): number[][] {
  const clips = matrix.map((row) => row.reduce((sum, count) => sum + count, 0));
  const known = clips.filter((count) => count > 0).length;
  return matrix.map((row, truth) =>
    row.map((_, named) =>
      clips[truth] === 0 ? 0 : (Number(truth === named) - row[truth] / clips[truth]) / (clips[truth] * known),
    ),
  );
}

/** The share of right answers among the clips that count, and their influences on it. */
export function shareInfluences(
  matrix: Counts,
  counts: (truth: number, named: number) => boolean,
): { influences: Influences; rate: number } {
  let [right, all] = [0, 0];
  matrix.forEach((row, truth) =>
    row.forEach((count, named) => {
      if (!counts(truth, named)) return;
      all += count;
      if (truth === named) right += count;
    }),
  );
  const rate = right / all;
  const influences = matrix.map((row, truth) =>
    row.map((_, named) => (Number(truth === named) - rate) / all),
  );
  return { influences, rate };
}

/** The clips with their classes merged, e.g. emotions into sentiment groups. */
export function mergedClips(
  { truths, named, people }: ClipsOfPeople,
  members: readonly (readonly number[])[],
): ClipsOfPeople {
  const merged = (before: number) => members.findIndex((classes) => classes.includes(before));
  return {
    truths: truths.map((truth) => (truth === null || merged(truth) === -1 ? null : merged(truth))),
    named: Array.from(named, merged),
    people,
  };
}

/** The clips with their people, a clip that names no one with one of its own; null where no labelled clip names any. */
export function clipsOfPeople(
  clips: readonly { readonly person?: number }[],
  truths: readonly (number | null)[],
  named: ArrayLike<number>,
): ClipsOfPeople | null {
  const labelled = clips.filter((_, index) => truths[index] !== null);
  if (peopleOf(labelled).count === null) return null;
  return { truths, named, people: peopleOf(clips).people };
}

/** How many people the counted clips show; null where none names them. */
export function peopleCount(clips: ClipsOfPeople | null): number | null {
  if (clips === null) return null;
  const { truths, named, people } = clips;
  return new Set(people.filter((_, index) => truths[index] !== null && named[index] !== -1)).size;
}
