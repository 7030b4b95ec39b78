import type { InlayHint, InlayPreferences } from "../../contracts/languageQuestions.js";
import { completionHost } from "./completionHost.js";
import { internals } from "./internals.js";
import { lineRange, type NotebookPlaces, type PlacedCell } from "./notebookPlaces.js";

/** The names of parameters and the types that an editor shows between the words of a part of a cell's file. */
export function inlayHints(
  places: NotebookPlaces,
  cell: PlacedCell,
  start: number,
  length: number,
  preferences: InlayPreferences,
): InlayHint[] {
  const found = internals.InlayHints.provideInlayHints({
    ...{ file: cell.source, program: places.program, span: { start, length } },
    preferences: { ...preferences, interactiveInlayHints: false },
    cancellationToken: { isCancellationRequested: () => false, throwIfCancellationRequested() {} },
    host: completionHost(places.compiler.host, () => []),
  });
  return found
    .filter(({ position }) => position >= cell.start && position <= cell.end)
    .map(({ text, position, kind, whitespaceBefore = false, whitespaceAfter = false }) => ({
      at: lineRange(cell.source, position, 0, cell.start).start,
      isParameter: kind === "Parameter",
      ...{ text, whitespaceBefore, whitespaceAfter },
    }));
}
