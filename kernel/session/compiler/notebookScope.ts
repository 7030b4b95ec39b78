import type { TopLevelNames } from "./topLevel.js";

/** A cell that has run, as the type checker sees it: a module whose names later cells import. */
interface CellFile {
  readonly name: string;
  readonly text: string;
  readonly names: TopLevelNames;
  /** The cells whose names this cell's types may refer to. */
  readonly uses: ReadonlySet<string>;
}

/**
 * Tracks which cell last declared each name. A redeclared name belongs to the later cell; cells whose names are no
 * longer reachable are dropped.
 */
export class NotebookScope {
  readonly #owners = new Map<string, string>();
  readonly #cells = new Map<string, CellFile>();

  get names(): string[] {
    return [...this.#owners.keys()];
  }

  get files(): IterableIterator<string> {
    return this.#cells.keys();
  }

  text(file: string): string | undefined {
    return this.#cells.get(file)?.text;
  }

  /**
   * The text put before a cell so that it sees earlier cells' declarations: imports for names that cannot be assigned,
   * ambient declarations for `let` and `var`.
   *
   * @param isWanted filters out names that the cell cannot refer to
   */
  prefix(
    isWanted: (name: string) => boolean,
    hidden: ReadonlySet<string>,
  ): { text: string; uses: Set<string> } {
    const imported = new Map<string, string[]>();
    const declared: string[] = [];
    const uses = new Set<string>();
    for (const [name, file] of this.#owners) {
      if (hidden.has(name) || !isWanted(name)) continue;
      uses.add(file);
      if (this.#cells.get(file)!.names.assignable.has(name))
        declared.push(`declare let ${name}: typeof import("./${moduleName(file)}").${name};`);
      else imported.set(file, [...(imported.get(file) ?? []), name]);
    }
    const imports = [...imported].map(
      ([file, names]) => `import { ${names.join(", ")} } from "./${moduleName(file)}";`,
    );
    return { text: `${["export {};", ...imports, ...declared].join(" ")}\n`, uses };
  }

  /** Records a cell's declarations: its types, and those values whose declaration has run. */
  commit(cell: CellFile, ran: ReadonlySet<string>): void {
    const taken = [...cell.names.types, ...[...cell.names.values].filter((name) => ran.has(name))];
    if (taken.length === 0) return;
    this.#cells.set(cell.name, cell);
    for (const name of taken) this.#owners.set(name, cell.name);
    this.#forgetUnreachable();
  }

  #forgetUnreachable(): void {
    const reachable = new Set<string>();
    const pending = [...new Set(this.#owners.values())];
    for (let file = pending.pop(); file !== undefined; file = pending.pop()) {
      if (reachable.has(file)) continue;
      reachable.add(file);
      pending.push(...(this.#cells.get(file)?.uses ?? []));
    }
    for (const file of this.#cells.keys()) if (!reachable.has(file)) this.#cells.delete(file);
  }
}

function moduleName(file: string): string {
  return file.slice(file.lastIndexOf("/") + 1).replace(/\.tsx?$/, "");
}
