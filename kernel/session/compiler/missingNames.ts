import type * as TypeScript from "typescript";
import type { QuickFix, TextChange } from "../../contracts/languageQuestions.js";
import { exportingFiles } from "./exportingFiles.js";
import { internals } from "./internals.js";
import { lineRange, type NotebookPlaces, type PlacedCell } from "./notebookPlaces.js";
import { ts } from "./typescript.js";

/** TypeScript's numbers for a name that nothing declares. */
const unknown: ReadonlySet<number> = new Set([2304, 2552, 2503, 18004, 2580, 2591]);

/** Where a name that a cell lacks can come from: misspelt from another cell, of `aen`, a local file, or a module of Node's. */
export function missingNameFixes(
  places: NotebookPlaces,
  cell: PlacedCell,
  code: number,
  { start, length }: TypeScript.TextSpan,
): QuickFix[] {
  const name = cell.source.text.slice(start, start + length);
  if (!unknown.has(code) || !/^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name)) return [];
  const fix = { code, of: lineRange(cell.source, start, length, cell.start) };
  const similar = code === 2304 ? similarName(places, cell, name) : [];
  const spelling = similar.map((right): QuickFix => {
    const change = { ...fix.of, cell: cell.index, was: name, text: right };
    return { ...fix, kind: "spelling", name: right, changes: [change] };
  });
  const owners = ["aen", "tf"].filter((each) => hasMember(places, each, name));
  const members = owners.map((owner): QuickFix => {
    const change = { ...fix.of, cell: cell.index, was: name, text: memberText(code, owner, name) };
    return { ...fix, kind: "member", name: `${owner}.${name}`, changes: [change] };
  });
  const local = exportingFiles(places.compiler.cwd, name).map((from) => ({ from, clause: `{ ${name} }` }));
  const imports = [...local, ...nodeModules(places, name)].map(({ from, clause }): QuickFix => ({
    ...{ ...fix, kind: "import", name, from },
    changes: [importChange(cell, `import ${clause} from "${from}";\n`)],
  }));
  return [...spelling, ...members, ...imports];
}

/** The name of an earlier cell that is most like one; TypeScript looks only among those that the cell mentions. */
function similarName({ cells, compiler }: NotebookPlaces, { index }: PlacedCell, name: string): string[] {
  const above = cells.slice(0, index).flatMap(({ declares }) => [...declares]);
  const known = [...new Set([...above, ...compiler.scope.names, ...compiler.preloaded.names])];
  const found = internals.getSpellingSuggestion(name, known, (each) => each);
  return found === undefined ? [] : [found];
}

/** `{ clips }` becomes `{ clips: aen.clips }`. */
function memberText(code: number, owner: string, name: string): string {
  return code === 18004 ? `${name}: ${owner}.${name}` : `${owner}.${name}`;
}

/** Whether a preloaded module whose types have been read exports a name. */
function hasMember({ program, compiler }: NotebookPlaces, owner: string, name: string): boolean {
  const file = compiler.preloaded.files.find((each) => each.endsWith(`__notebook_${owner}__.d.ts`));
  const source = file === undefined ? undefined : program.getSourceFile(file);
  const checker = program.getTypeChecker();
  const module = source && checker.getSymbolAtLocation(source);
  return module !== undefined && checker.tryGetMemberInModuleExports(name, module) !== undefined;
}

/** Modules of Node's that export a name, or are called so; those that return promises first. */
function nodeModules({ program }: NotebookPlaces, name: string): { from: string; clause: string }[] {
  const checker = program.getTypeChecker();
  const modules = checker
    .getAmbientModules()
    .map((symbol) => ({ symbol, from: symbol.name.slice(1, -1) }))
    .filter(({ from }) => from.startsWith("node:"));
  const named = modules
    .filter(({ symbol }) => checker.tryGetMemberInModuleExports(name, symbol) !== undefined)
    .map(({ from }) => ({ from, clause: `{ ${name} }` }));
  const called = modules.filter(({ from }) => from === `node:${name}`);
  const promises = named.filter(({ from }) => from.endsWith("/promises"));
  const others = named.filter((each) => !promises.includes(each) && !/\/(?:posix|win32)$/.test(each.from));
  return [...called.map(({ from }) => ({ from, clause: name })), ...promises, ...others].slice(0, 3);
}

/** An import before the cell's first statement: comments that begin the cell may be meant for the whole of it. */
function importChange(cell: PlacedCell, text: string): TextChange {
  const first = cell.source.statements.find((each) => each.getStart(cell.source) >= cell.start);
  const at = first && !ts.isExportDeclaration(first) ? first.getStart(cell.source) : cell.start;
  return { ...lineRange(cell.source, at, 0, cell.start), cell: cell.index, was: "", text };
}
