import { type Stats, statSync } from "node:fs";
import path from "node:path";
import type { CellDiagnostic } from "../../contracts/cellDiagnostic.js";
import { withoutFileUrl } from "../fileSpecifier.js";
import { importedModuleCell, moduleCellNote } from "./moduleCells.js";

/** Modules that cannot be found, or not for their effects. */
export const moduleNotFound: ReadonlySet<number> = new Set([2307, 2882]);

/** The package that an error's specifier asks for, if it is one that can be installed. */
export function toInstall(code: number, specifier: string, folder: string): Pick<CellDiagnostic, "install"> {
  const isPackage = moduleNotFound.has(code) && !isPath(specifier) && !/^(?:#|node:)/.test(specifier);
  return isPackage ? { install: { name: packageOf(specifier), folder } } : {};
}

/**
 * Why a specifier cannot be imported, and what to do.
 *
 * @param folder the notebook's
 * @param moduleCells the names of the cells that are modules in tslab
 */
export function missingModule(
  specifier: string,
  folder: string,
  moduleCells: ReadonlySet<string> = new Set(),
): string {
  const cell = importedModuleCell(specifier, moduleCells);
  if (cell !== undefined) return `There is no file '${specifier}'. ${moduleCellNote(cell).trimEnd()}`;
  if (isPath(specifier)) return missingFile(specifier, folder);
  if (specifier.startsWith("node:")) return `Node has no module '${specifier}'.`;
  if (specifier.startsWith("#"))
    return `'${specifier}' is not among the "imports" of a package.json above ${folder}.`;
  const name = packageOf(specifier);
  const lacks = specifier === name ? "" : `, or has no '${specifier}'`;
  return `The package '${name}' is not installed${lacks}. Install it in ${folder}: npm install ${name}`;
}

function isPath(specifier: string): boolean {
  return /^(?:\.|\/|file:|[A-Za-z]:[\\/])/.test(specifier);
}

function missingFile(specifier: string, folder: string): string {
  const found = entryAt(specifier, folder);
  if (!found) return `There is no file '${specifier}', looking from ${folder}.`;
  if (found.isDirectory()) return `'${specifier}' is a folder without an index.ts or index.js.`;
  return `'${specifier}' holds no code to import. Read it: require("node:fs").readFileSync(${JSON.stringify(specifier)}, "utf8").`;
}

function entryAt(specifier: string, folder: string): Stats | undefined {
  try {
    return statSync(path.resolve(folder, withoutFileUrl(specifier)), { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** The package that a specifier such as `@scope/name/file` names. */
function packageOf(specifier: string): string {
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}
