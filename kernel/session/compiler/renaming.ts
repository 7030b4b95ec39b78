import type * as TypeScript from "typescript";
import type { Renameable, RenameRefusal, Renaming } from "../../contracts/languageQuestions.js";
import { MentionSearch } from "./mentions.js";
import { namedHere, type NamedHere } from "./namedHere.js";
import { lineRange, type NotebookPlaces, type PlacedCell } from "./notebookPlaces.js";
import { ts } from "./typescript.js";

const nothing: RenameRefusal = { reason: "nothing", name: "" };

/** The name at an offset in a cell's file, if it can be renamed. */
export function renameable(places: NotebookPlaces, cell: PlacedCell, position: number): Renameable {
  const named = namedHere(places, cell, position);
  const refusal = refusalOf(places, named);
  if (refusal || !named) return { name: "", refusal: refusal ?? nothing };
  const start = named.asked.getStart(cell.source);
  return { origin: lineRange(cell.source, start, named.name.length, cell.start), name: named.name };
}

/** The changes that give a name another name, in all cells and in local files that they import. */
export function rename(places: NotebookPlaces, cell: PlacedCell, position: number, name: string): Renaming {
  const named = namedHere(places, cell, position);
  const refusal = refusalOf(places, named) ?? refusalOfName(places, named, name);
  if (refusal || !named) return { changes: [], refusal: refusal ?? nothing };
  const changes = new MentionSearch(places, true)
    .of(named)
    .flatMap(({ file, start, length, before, after }) =>
      places
        .placesOf(file, start, length)
        .map((place) => ({ ...place, text: before + name + after, was: named.name })),
    );
  return { changes };
}

function refusalOf(places: NotebookPlaces, named: NamedHere | undefined): RenameRefusal | undefined {
  if (!named) return nothing;
  const { name, isGone, symbol } = named;
  if (isGone) return { reason: "notHere", name };
  const isOurs = ({ fileName }: TypeScript.SourceFile) =>
    places.cellOf(fileName) !== undefined || places.isLocal(fileName);
  const declared = symbol.declarations ?? [];
  if (declared.length > 0 && declared.every((each) => isOurs(each.getSourceFile()))) return undefined;
  return { reason: "installed", name };
}

function refusalOfName(
  places: NotebookPlaces,
  named: NamedHere | undefined,
  name: string,
): RenameRefusal | undefined {
  if (!isName(name)) return { reason: "noName", name };
  const taken = named?.owner && places.cells.find(({ declares }) => declares.has(name));
  return taken ? { reason: "taken", name, cell: taken.index } : undefined;
}

function isName(text: string): boolean {
  const isWord = /^#?[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*$/u.test(text);
  const token = ts.createScanner(ts.ScriptTarget.Latest, true, ts.LanguageVariant.Standard, text).scan();
  return isWord && !(token >= ts.SyntaxKind.FirstReservedWord && token <= ts.SyntaxKind.LastReservedWord);
}
