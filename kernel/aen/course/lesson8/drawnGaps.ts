import { Random } from "../../../random/random.js";
import type { ClipAnswer } from "./clipAnswer.js";
import { distinct, uarByGroup } from "./recalls.js";

/** Draws of the interval that an answer is compared with. */
const referenceDraws = 4000;

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Draws as many of these as there are, with replacement. */
type Resample = (answers: readonly ClipAnswer[], random: Random) => readonly ClipAnswer[];

/** Differences of UAR, light minus dark, over draws of both groups, ascending. */
export function gapsOf(answers: readonly ClipAnswer[], resample: Resample): number[] {
  const random = new Random("reference of 8.6", answers.length);
  const of = (name: string) => answers.filter(({ group }) => group === name);
  const gaps = Array.from({ length: referenceDraws }, () => {
    const uars = uarByGroup([...resample(of("light"), random), ...resample(of("dark"), random)]);
    return uars.light - uars.dark;
  });
  return gaps.sort((a, b) => a - b);
}

/** The middle differences that make up this share of all. */
export function intervalOf(gaps: readonly number[], level: number): Interval {
  const at = Math.floor(((1 - level) / 2) * gaps.length);
  return { low: gaps[at], high: gaps[gaps.length - 1 - at] };
}

export const drawClips: Resample = (answers, random) => answers.map(() => random.pick(answers));

export const drawPeople: Resample = (answers, random) => {
  const people = distinct(answers.map(({ person }) => person));
  return people.flatMap(() => {
    const drawn = random.pick(people);
    return answers.filter(({ person }) => person === drawn);
  });
};
