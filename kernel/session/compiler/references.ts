import type { Reference } from "../../contracts/languageQuestions.js";
import { MentionSearch } from "./mentions.js";
import { namedHere } from "./namedHere.js";
import type { NotebookPlaces, PlacedCell } from "./notebookPlaces.js";

/** Where the name at an offset in a cell's file is written: in all cells, and in local files that they import. */
export function references(places: NotebookPlaces, cell: PlacedCell, position: number): Reference[] {
  const named = namedHere(places, cell, position);
  if (!named) return [];
  const mentions = new MentionSearch(places, false).of(named);
  return mentions.flatMap(({ file, start, length, isDeclaration }) =>
    places.placesOf(file, start, length).map((place) => ({ ...place, isDeclaration })),
  );
}
