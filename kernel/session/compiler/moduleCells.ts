import path from "node:path";

/** The name of the module that a cell is in tslab (`/** @module name *\/`); undefined for other cells. */
export function moduleOfCell(code: string): string | undefined {
  return /^\s*\/\*\*[^/]*?@module\s+([^\s*]+)/.exec(code)?.[1];
}

/** What to tell about a cell that is a module in tslab. */
export function moduleCellNote(name: string): string {
  return (
    `"@module ${name}" makes no module here, because cells see the exports of each other: use them by name, without an import. ` +
    `To import it, save the text as ${name}.ts next to the notebook.\n`
  );
}

/** The module cell that an import means, among the names of those that there are. */
export function importedModuleCell(specifier: string, names: ReadonlySet<string>): string | undefined {
  const name = path.posix.normalize(specifier).replace(/\.[cm]?[jt]sx?$/, "");
  return [...names].find((each) => path.posix.normalize(each) === name);
}
