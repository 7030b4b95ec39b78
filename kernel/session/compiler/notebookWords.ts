import type { CellDiagnostic } from "../../contracts/cellDiagnostic.js";
import { missingModule, moduleNotFound, toInstall } from "./missingModules.js";
import { objectLine } from "./objectCells.js";
import { foreignLine } from "./otherLanguages.js";

/** What a message about a cell may refer to. */
export interface CellInWords {
  readonly code: string;
  /** The notebook's folder, where its packages are. */
  readonly folder: string;
  /** What is put before the cell so that it sees the names of earlier cells. */
  readonly prefix: string;
  /** The names that cells below it declare; undefined when it is the cell that runs. */
  readonly below?: ReadonlySet<string>;
  /** The names of the cells that are modules in tslab; see moduleCells.ts. */
  readonly moduleCells?: ReadonlySet<string>;
}

/**
 * TypeScript's messages as a notebook would put them: what they say of files, projects and compiler options is replaced
 * by what a user of cells can do.
 */
export function inNotebookWords(diagnostics: readonly CellDiagnostic[], cell: CellInWords): CellDiagnostic[] {
  const doesNotParse = diagnostics.some(({ code }) => code < 2000);
  const foreign = doesNotParse ? (objectLine(cell.code) ?? foreignLine(cell.code, cell.folder)) : undefined;
  if (foreign) return [wholeLine(diagnostics[0], foreign.line, foreign.advice, cell.code)];
  const told = diagnostics.filter((each) => !(isArithmetic.has(each.code) && isCommand(each, cell)));
  return told.map((each) => ({
    ...each,
    message: reworded(each, cell),
    ...(isBelow(each, cell) && { severity: "warning" as const }),
    ...toInstall(each.code, quoted(each.message), cell.folder),
  }));
}

function isDeclaredIn(prefix: string, name: string): boolean {
  return new Set(prefix.match(/[\p{ID_Continue}$]+/gu)).has(name);
}

function wholeLine(first: CellDiagnostic, line: number, message: string, code: string): CellDiagnostic {
  const lines = code.split("\n");
  const before = lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0);
  const length = lines[line].length;
  return {
    ...first,
    message,
    start: { line: line + 1, column: 1, offset: before },
    end: { line: line + 1, column: length + 1, offset: before + length },
  };
}

function reworded(diagnostic: CellDiagnostic, cell: CellInWords): string {
  const { code, message } = diagnostic;
  const name = quoted(message);
  if (code === 2632 && isDeclaredIn(cell.prefix, name))
    return `Cannot assign to '${name}': an earlier cell declares it without let. Declare it with let there, or declare it again here.`;
  if (moduleNotFound.has(code)) return missingModule(name, cell.folder, cell.moduleCells);
  if (isBelow(diagnostic, cell))
    return `'${name}' is declared in a cell below this one. Run that cell first, or move it above this one.`;
  if (code === unusedBeforeComma) return `${message} To show several values, put them in brackets: [a, b].`;
  if (code === 2304) return unknownName(name, message, diagnostic, cell);
  return aboutProject.test(message) ? withoutProject(name, message) : message;
}

/** TypeScript's number for `a, b` where `a` has no effect. */
const unusedBeforeComma = 2695;

/** The first name in single quotes. */
function quoted(message: string): string {
  return /'([^']*)'/.exec(message)?.[1] ?? "";
}

/** What messages say of a project's settings and packages, which a notebook does not have. */
const aboutProject =
  /\s*(?:Do you need to (?:change your target library|install type definitions for)|Try changing the 'lib' compiler option)/;

function withoutProject(name: string, message: string): string {
  const [fact] = message.split(aboutProject);
  if (/include 'dom'/.test(message))
    return `${fact} Cells run in Node, which has no page. To show HTML, use display.html("…").`;
  const packageOfTypes = /@types\/([\w-]+)/.exec(message)?.[1];
  if (packageOfTypes !== undefined) return `${fact} It is not part of Node: import what declares '${name}'.`;
  return `${fact} Cells are checked against ES2023, which lacks it. If Node ${process.versions.node} has it, write // @ts-ignore on the line above.`;
}

/** What TypeScript has for names of Python's. */
const ofPython: Readonly<Record<string, string>> = {
  print: "console.log(…)",
  len: ".length",
  range: "Array.from({ length: n }, (_, i) => i)",
  True: "true",
  False: "false",
  None: "null",
  str: "String(…)",
};

/** TypeScript's numbers for an unknown name: of a value, with a similar one, of a namespace, in an object's shorthand. */
const unknownNames: ReadonlySet<number> = new Set([
  2304, 2552, 2503, 18004, 2582, 2580, 2591, 2592, 2593, 2584,
]);

function isBelow({ code, message }: CellDiagnostic, { below }: CellInWords): boolean {
  return unknownNames.has(code) && below?.has(quoted(message)) === true;
}

function unknownName(name: string, message: string, at: CellDiagnostic, cell: CellInWords): string {
  if (Object.hasOwn(ofPython, name))
    return `${message} That is Python; in TypeScript it is ${ofPython[name]}.`;
  if (!isCommand(at, cell)) return `${message} ${undeclared(name, at, cell)}`;
  return `${message} ${foreignLine(lineOf(at, cell), cell.folder)?.advice ?? ""}`.trimEnd();
}

function undeclared(name: string, at: CellDiagnostic, cell: CellInWords): string {
  const fact = cell.below ? "No cell above declares it." : "No cell that has run declares it.";
  const isAssigned = /^\s*=(?![=>])/.test(cell.code.slice(at.end.offset));
  return isAssigned ? `${fact} To declare it here: let ${name} = …` : fact;
}

/** Operands that are no numbers: what is left of a command such as `!nvidia-smi` once its names are unknown. */
const isArithmetic: ReadonlySet<number> = new Set([2362, 2363]);

function isCommand(at: CellDiagnostic, cell: CellInWords): boolean {
  return /^\s*!\s*[\w./~-][\w./~ -]*$/.test(lineOf(at, cell));
}

function lineOf({ start }: CellDiagnostic, { code }: CellInWords): string {
  return code.split("\n")[start.line - 1] ?? "";
}
