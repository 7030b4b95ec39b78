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
