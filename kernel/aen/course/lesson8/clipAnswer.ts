import { Random } from "../../../random/random.js";

/** What a network answered to one clip, as the exercises of lesson 8 hand it over. */
export interface ClipAnswer {
  /** The clip's own name. */
  readonly clip: string;
  readonly person: string;
  /** The group that the person belongs to, such as "dark". */
  readonly group: string;
  /** The clip's emotion. */
  readonly truth: string;
  /** The emotion that the network named. */
  readonly named: string;
}

/** A group of people to draw answers for. */
interface DrawnGroup {
  readonly group: string;
  readonly people: number;
  /** Clips of each emotion that a person has. */
  readonly clips: Readonly<Record<string, number>>;
  /** Shares of clips that people are right about: each person has one of these, in turn. */
  readonly skills: readonly number[];
}

/** Answers to clips of these groups, the same ones at each call; people of a group differ in how well they are read. */
export function drawnAnswers(name: string, groups: readonly DrawnGroup[]): ClipAnswer[] {
  const emotions = [...new Set(groups.flatMap(({ clips }) => Object.keys(clips)))];
  const random = new Random("lesson 8", name);
  return groups.flatMap((drawn) =>
    Array.from({ length: drawn.people }, (_, at) => answersOfPerson(drawn, at, emotions, random)).flat(),
  );
}

function answersOfPerson(
  { group, clips, skills }: DrawnGroup,
  at: number,
  emotions: readonly string[],
  random: Random,
): ClipAnswer[] {
  const person = `${group} person ${at + 1}`;
  return Object.entries(clips).flatMap(([truth, count]) =>
    Array.from({ length: count }, (_, i) => {
      const others = emotions.filter((emotion) => emotion !== truth);
      const named = random.chance(skills[at % skills.length]) ? truth : random.pick(others);
      return { clip: `${person}, ${truth} ${i + 1}`, person, group, truth, named };
    }),
  );
}
