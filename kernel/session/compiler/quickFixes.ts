import type * as TypeScript from "typescript";
import type { QuickFix, TextChange } from "../../contracts/languageQuestions.js";
import { completionHost } from "./completionHost.js";
import { internals } from "./internals.js";
import { awaitFixes } from "./missingAwait.js";
import { missingNameFixes } from "./missingNames.js";
import { lineRange, type NotebookPlaces, type PlacedCell } from "./notebookPlaces.js";
import { ts } from "./typescript.js";

/** TypeScript's own remedies that make sense in a cell, by the name that it gives them. */
const kinds: Readonly<Record<string, QuickFix["kind"]>> = {
  spelling: "spelling",
  fixAwaitInSyncFunction: "async",
};

/** Remedies for what is wrong in a part of a cell's file: TypeScript's own, and names that are only to be brought in. */
export function quickFixes(
  places: NotebookPlaces,
  cell: PlacedCell,
  start: number,
  length: number,
): QuickFix[] {
  const opened = places.compiler.program.opened(cell.source.fileName);
  const found = opened ? places.compiler.program.diagnostics(opened) : [];
  const touched = found.filter(
    (each) =>
      each.start !== undefined && each.start <= start + length && start <= each.start + (each.length ?? 0),
  );
  return touched.flatMap((each) => [
    ...awaitFixes(places, cell, each),
    ...ownFixes(places, cell, each),
    ...missingNameFixes(places, cell, each.code, { start: each.start!, length: each.length ?? 0 }),
  ]);
}

function ownFixes(places: NotebookPlaces, cell: PlacedCell, diagnostic: TypeScript.Diagnostic): QuickFix[] {
  const { start = 0, length = 0, code } = diagnostic;
  const { host } = places.compiler;
  const actions = internals.codefix.getFixes({
    ...{ errorCode: code, sourceFile: cell.source, span: { start, length }, program: places.program },
    host: completionHost(host, () => []),
    cancellationToken: { isCancellationRequested: () => false, throwIfCancellationRequested() {} },
    formatContext: internals.formatting.getFormatContext(ts.getDefaultFormatCodeSettings("\n"), host),
    preferences: {},
  });
  return actions.flatMap(({ fixName, description, changes }) => {
    const edits = changes.flatMap(({ fileName, textChanges }) =>
      textChanges.flatMap(({ span, newText }) => changeOf(places, fileName, span, newText.trimStart())),
    );
    const isWhole = edits.length === changes.flatMap((each) => each.textChanges).length;
    if (!Object.hasOwn(kinds, fixName) || !isWhole) return [];
    const name = /'([^']+)'/.exec(description)?.[1] ?? "";
    const of = lineRange(cell.source, start, length, cell.start);
    return [{ kind: kinds[fixName], name, code, of, changes: edits }];
  });
}

function changeOf(
  places: NotebookPlaces,
  file: string,
  { start, length }: TypeScript.TextSpan,
  text: string,
): TextChange[] {
  const was = places.cellOf(file)?.source.text.slice(start, start + length) ?? "";
  return places
    .placesOf(file, start, length)
    .slice(-1)
    .map((place) => ({ ...place, text, was }));
}
