import type { Clip } from "./clip.js";

/**
 * Who is shown, as a name that no other data set gives to someone else: "RAVDESS 01" where the clip says whose name it is. Names
 * without that are taken to mean the same person wherever they occur.
 * @returns null where the person is unknown
 */
export function personOf({ identity, peopleOf }: Pick<Clip, "identity" | "peopleOf">): string | null {
  if (identity === null || peopleOf === undefined) return identity;
  return `${peopleOf} ${identity}`;
}

/** The people of clips, each once. */
export function personsOf(clips: Iterable<Pick<Clip, "identity" | "peopleOf">>): Set<string> {
  return new Set([...clips].map(personOf).filter((person) => person !== null));
}

/** How many of the people of some clips other clips show, too; of two data sets, people named alike are not the same. */
export function peopleAmong(
  clips: Iterable<Pick<Clip, "identity" | "peopleOf">>,
  others: Iterable<Pick<Clip, "identity" | "peopleOf">>,
): number {
  const known = personsOf(others);
  return [...personsOf(clips)].filter((person) => known.has(person)).length;
}
