import { worded } from "../words/words.js";

/** Below this many people, intervals rest on few. */
export const fewPeople = 10;

/** The people shown by clips. */
export interface ShownPeople {
  /** `[clips]`, numbered from 0; each clip's own where not all clips name their person. */
  readonly people: readonly number[];
  /** How many there are; null where not all clips name their person. */
  readonly count: number | null;
}

/** Who is shown: clips of one person count as one, for an interval. */
export function peopleOf(clips: readonly { readonly person?: number }[]): ShownPeople {
  if (clips.some(({ person }) => person === undefined))
    return { people: clips.map((_, clip) => clip), count: null };
  const numbers = personNumbers(clips.map(({ person }) => person!));
  return { people: numbers, count: new Set(numbers).size };
}

/** Numbers people from 0 in the order in which they come, so that no name is kept. */
export function personNumbers<Identity>(identities: readonly Identity[]): number[] {
  const numbers = new Map<Identity, number>();
  return identities.map((identity) => {
    if (!numbers.has(identity)) numbers.set(identity, numbers.size);
    return numbers.get(identity)!;
  });
}

/** Over whom intervals are, in a sentence; below ten people with a warning. */
export function peopleSentence(people: number | null): string {
  if (people === null) return worded("Intervals: each clip counted as another person's.");
  if (people === 1) return worded("Intervals: 1 person, who says nothing about others.");
  return people < fewPeople
    ? worded("Intervals: over {0} people; below ten, they are wide and uncertain.", people)
    : worded("Intervals: over {0} people.", people);
}

/**
 * The predictions with the person of each clip as a number; as they are where not all labelled clips name theirs.
 * @param persons who each prediction shows, in the same order; null for unknown
 */
export function withPeople<Prediction extends { readonly label: number | null }>(
  predictions: readonly Prediction[],
  persons: readonly (string | null)[],
): (Prediction & { readonly person?: number })[] {
  const unknown = predictions.some(({ label }, index) => label !== null && persons[index] === null);
  if (unknown) return [...predictions];
  const numbers = personNumbers(persons);
  return predictions.map((prediction, index) =>
    persons[index] === null ? prediction : { ...prediction, person: numbers[index] },
  );
}
