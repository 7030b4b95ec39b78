import type * as TypeScript from "typescript";
import type { Definitions, TextPlace } from "../../contracts/languageQuestions.js";
import { internals } from "./internals.js";
import { lineRange, type NotebookPlaces, type PlacedCell } from "./notebookPlaces.js";
import { ts } from "./typescript.js";

/** Where the name at an offset in a cell's file is declared: in cells, local files, packages or the libraries. */
export function definitions(
  places: NotebookPlaces,
  cell: PlacedCell,
  position: number,
): Definitions | undefined {
  const found = internals.GoToDefinition.getDefinitionAtPosition(places.program, cell.source, position);
  return answered(places, cell, position, found);
}

/** Where the type of the name at an offset in a cell's file is declared. */
export function typeDefinitions(
  places: NotebookPlaces,
  cell: PlacedCell,
  position: number,
): Definitions | undefined {
  const checker = places.program.getTypeChecker();
  const found = internals.GoToDefinition.getTypeDefinitionAtPosition(checker, cell.source, position);
  return answered(places, cell, position, found);
}

function answered(
  places: NotebookPlaces,
  cell: PlacedCell,
  position: number,
  found: readonly TypeScript.DefinitionInfo[] | undefined,
): Definitions | undefined {
  if (!found || found.length === 0) return undefined;
  const node = internals.getTouchingPropertyName(cell.source, position);
  const start = node.getStart(cell.source);
  const origin = lineRange(cell.source, start, node.getEnd() - start, cell.start);
  const all = found.flatMap((each) => placesOf(places, each.fileName, each.textSpan));
  const unique = [...new Map(all.map((each) => [JSON.stringify(each), each])).values()];
  return unique.length > 0 ? { origin, places: unique } : undefined;
}

function placesOf(places: NotebookPlaces, file: string, span: TypeScript.TextSpan): TextPlace[] {
  const cell = places.cellOf(file);
  if (cell && span.start < cell.start) return behindLink(places, cell, span.start);
  const preloaded = cell ? undefined : preloadedEntry(places, file);
  if (preloaded !== undefined) return places.placesOf(preloaded, 0, 0);
  return places.placesOf(file, span.start, span.length);
}

/** What a variable declared before a cell, as `declare let x: typeof import("cell").x`, is in the cell that made it. */
function behindLink(places: NotebookPlaces, cell: PlacedCell, start: number): TextPlace[] {
  const link = cell.links.find(({ node }) => node.getStart(cell.source) === start);
  const type = link && "type" in link.node.parent && (link.node.parent.type as TypeScript.Node | undefined);
  if (!type || !ts.isImportTypeNode(type) || !type.qualifier) return [];
  const found = internals.GoToDefinition.getDefinitionAtPosition(
    places.program,
    cell.source,
    type.qualifier.getStart(cell.source),
  );
  return (found ?? [])
    .filter(({ fileName }) => fileName !== cell.source.fileName)
    .flatMap(({ fileName, textSpan }) => placesOf(places, fileName, textSpan));
}

/** The file of a package that a preloaded variable such as `aen` stands for. */
function preloadedEntry(places: NotebookPlaces, file: string): string | undefined {
  if (!/\/__notebook_(?!globals|other_globals)\w+__\.d\.ts$/.test(file)) return undefined;
  const source = places.program.getSourceFile(file);
  const symbol = source?.statements.find(ts.isExportDeclaration)?.moduleSpecifier;
  const module = symbol && places.program.getTypeChecker().getSymbolAtLocation(symbol);
  return module?.declarations?.find(ts.isSourceFile)?.fileName;
}
