import { worded } from "../words/words.js";

/** Below this many people, intervals rest on few. */
export const fewPeople = 10;

/** The people shown by clips. */
export interface ShownPeople {
  /** `[clips]`, numbered from 0; a clip that names no one shows a person of its own. */
  readonly people: readonly number[];
  /** How many there are; null where no clip names its person. */
  readonly count: number | null;
  /** How many of them are clips that name no one. */
  readonly nameless: number;
}

/** Who is shown: clips of one person count as one, for an interval; a clip of no known person as a person of its own. */
export function peopleOf(clips: readonly { readonly person?: number }[]): ShownPeople {
  const people = personNumbers(clips.map(({ person }, clip) => person ?? `clip ${clip}`));
  const nameless = clips.filter(({ person }) => person === undefined).length;
  const named = clips.length === 0 || nameless < clips.length;
  return { people, count: named ? new Set(people).size : null, nameless };
}

/** Numbers people from 0 in the order in which they come, so that no name is kept. */
export function personNumbers<Identity>(identities: readonly Identity[]): number[] {
  const numbers = new Map<Identity, number>();
  return identities.map((identity) => {
    if (!numbers.has(identity)) numbers.set(identity, numbers.size);
    return numbers.get(identity)!;
  });
}

/**
 * Over whom intervals are, in a sentence; below ten people with a warning.
 * @param nameless how many of the people are clips that name no one
 */
export function peopleSentence(people: number | null, nameless = 0): string {
  if (people === null) return worded("Intervals: each clip counted as another person's.");
  if (people === 1) return worded("Intervals: 1 person, who says nothing about others.");
  if (nameless > 0) return namelessSentence(people, nameless);
  return people < fewPeople
    ? worded("Intervals: over {0} people; below ten, they are wide and uncertain.", people)
    : worded("Intervals: over {0} people.", people);
}

function namelessSentence(people: number, nameless: number): string {
  const clips = nameless === 1 ? worded("a clip that names no one") : worded("clips that name no one");
  return people < fewPeople
    ? worded("Intervals: over {0} people, {1} of them {2}; below ten: wide.", people, nameless, clips)
    : worded("Intervals: over {0} people, {1} of them {2}.", people, nameless, clips);
}

/**
 * The predictions with the person of each clip as a number; those of clips that name no one as they are.
 * @param persons who each prediction shows, in the same order; null for unknown
 */
export function withPeople<Prediction extends object>(
  predictions: readonly Prediction[],
  persons: readonly (string | null)[],
): (Prediction & { readonly person?: number })[] {
  const numbers = personNumbers(persons);
  return predictions.map((prediction, index) =>
    persons[index] === null ? prediction : { ...prediction, person: numbers[index] },
  );
}
