import path from "node:path";
import type { PersonByVideo, PersonChoice } from "../../../contracts/personChoice.js";
import { requirePersonChoice } from "../../../faces/personChoice.js";
import { DataError } from "../../../files/dataError.js";
import { matchRows } from "../labels/matchRows.js";

/** What a choice by video calls all other videos. */
const others = "*";

/**
 * Whose face is followed in each video.
 * @param base the folder that relative names start at
 * @returns the choice of each file that has one
 * @throws RangeError for a choice that there is not, DataError for a name that fits no video, or several
 */
export function personOfVideos(
  files: readonly string[],
  person: PersonChoice | PersonByVideo | undefined,
  base = ".",
): ReadonlyMap<string, PersonChoice> {
  if (person === undefined) return new Map();
  if (typeof person !== "object") return forAll(files, person);
  Object.values(person).forEach(requirePersonChoice);
  const names = Object.keys(person).filter((name) => name !== others);
  const rows = names.map((name) => ({ path: name, line: null }));
  const rowOf = matchRows(files, rows, { root: path.resolve(base), bareNames: true });
  const unused = names.find((_, row) => !rowOf.includes(row));
  if (unused !== undefined)
    throw new DataError(`person names "${unused}", which is none of the videos. Correct or remove it.`);
  return new Map(
    files.flatMap((file, at) => {
      const choice = rowOf[at] < 0 ? person[others] : person[names[rowOf[at]]];
      return choice === undefined ? [] : [[file, choice] as const];
    }),
  );
}

function forAll(files: readonly string[], person: PersonChoice): ReadonlyMap<string, PersonChoice> {
  requirePersonChoice(person);
  return new Map(files.map((file) => [file, person]));
}
