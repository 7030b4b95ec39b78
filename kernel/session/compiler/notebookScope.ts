import type { TopLevelNames } from "./topLevel.js";
import { type KeptMeanings, type Meanings, noMeanings, type TypeParameters } from "./twoMeanings.js";

/** A cell that has run, as the type checker sees it: a module whose names later cells import. */
interface CellFile {
  readonly name: string;
  readonly text: string;
  readonly names: TopLevelNames;
  readonly meanings?: Meanings;
  /** What it exports besides; see {@link NotebookScope.prefix}. */
  readonly kept?: KeptMeanings;
  /** What it adds to declarations that are not its own; see augmentations.ts. */
  readonly augments?: ReadonlySet<string>;
  /** The cells whose names this cell's types may refer to. */
  readonly uses: ReadonlySet<string>;
}

/**
 * Tracks which cell last declared each name. A redeclared name belongs to the later cell; cells whose names are no
 * longer reachable are dropped.
 */
export class NotebookScope {
  readonly #owners = new Map<string, string>();
  readonly #augmenting = new Map<string, string>();
  readonly #cells = new Map<string, CellFile>();

  /** A scope of its own with the same declarations. */
  copy(): NotebookScope {
    const copy = new NotebookScope();
    for (const [name, owner] of this.#owners) copy.#owners.set(name, owner);
    for (const [added, cell] of this.#augmenting) copy.#augmenting.set(added, cell);
    for (const [name, cell] of this.#cells) copy.#cells.set(name, cell);
    return copy;
  }

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
   * ambient declarations for `let` and `var`. A name that is a type in an earlier cell and a value in this one, or the
   * other way round, keeps both meanings.
   *
   * @param isWanted filters out names that the cell cannot refer to
   * @param hidden the names that the cell declares itself
   * @param own those of them that it declares with one meaning
   */
  prefix(
    isWanted: (name: string) => boolean,
    hidden: ReadonlySet<string>,
    own?: Meanings,
  ): { text: string; uses: Set<string>; kept: KeptMeanings } {
    const imported = new Map<string, string[]>();
    const declared: string[] = [];
    const uses = new Set<string>();
    const kept = noMeanings();
    for (const [name, file] of this.#owners) {
      if (hidden.has(name)) {
        const other = own && this.#otherMeaning(name, file, own, kept);
        if (other) declared.push(other);
        if (other) uses.add(file);
        continue;
      }
      if (!isWanted(name)) continue;
      uses.add(file);
      if (this.#isAssignable(name, file)) declared.push(...this.#assignable(name, file));
      else imported.set(file, [...(imported.get(file) ?? []), name]);
    }
    const imports = [...imported].map(
      ([file, names]) => `import { ${names.join(", ")} } from "./${moduleName(file)}";`,
    );
    return { text: `${["export {};", ...imports, ...declared].join(" ")}\n`, uses, kept };
  }

  #assignable(name: string, file: string): string[] {
    const type = this.#typeOf(name, file);
    const declared = `declare let ${name}: typeof import("./${moduleName(file)}").${name};`;
    return type ? [declared, typeAlias(name, file, type)] : [declared];
  }

  /** Declares the meaning that a name has in an earlier cell and that the cell's own declaration leaves free. */
  #otherMeaning(name: string, file: string, own: Meanings, kept: KeptMeanings): string | undefined {
    const type = this.#typeOf(name, file);
    if (own.values.has(name) && !own.types.has(name)) {
      if (type) kept.types.set(name, type);
      return type && typeAlias(name, file, type);
    }
    if (!own.types.has(name) || own.values.has(name) || !this.#isValue(name, file)) return undefined;
    const isAssignable = this.#isAssignable(name, file);
    kept.values.add(name);
    if (isAssignable) kept.assignable.add(name);
    return `declare ${isAssignable ? "let" : "const"} ${name}: typeof import("./${moduleName(file)}").${name};`;
  }

  #typeOf(name: string, file: string): TypeParameters | undefined {
    const { meanings, kept } = this.#cells.get(file)!;
    return meanings?.types.get(name) ?? kept?.types.get(name);
  }

  #isValue(name: string, file: string): boolean {
    const { names, kept } = this.#cells.get(file)!;
    return names.values.has(name) || kept?.values.has(name) === true;
  }

  #isAssignable(name: string, file: string): boolean {
    const { names, kept } = this.#cells.get(file)!;
    return names.assignable.has(name) || kept?.assignable.has(name) === true;
  }

  /** Records a cell's declarations: its types, and those values whose declaration has run. */
  commit(cell: CellFile, ran: ReadonlySet<string>): void {
    const taken = [...cell.names.types, ...[...cell.names.values].filter((name) => ran.has(name))];
    const added = [...(cell.augments ?? [])];
    if (taken.length + added.length === 0) return;
    this.#cells.set(cell.name, cell);
    for (const name of taken) this.#owners.set(name, cell.name);
    for (const each of added) this.#augmenting.set(each, cell.name);
    this.#forgetUnreachable();
  }

  /**
   * The cells that a new one stands in for: it adds the same to declarations of others, declares all the names that they
   * still own, and refers to nothing in them.
   */
  replacedBy({ augments, names, uses }: Pick<CellFile, "augments" | "names" | "uses">): string[] {
    const found = [...(augments ?? [])].flatMap((added) => this.#augmenting.get(added) ?? []);
    const isLeft = ([name, owner]: [string, string]) =>
      found.includes(owner) && !names.values.has(name) && !names.types.has(name);
    const needed = new Set([...this.#owners].filter(isLeft).map(([, owner]) => owner));
    return [...new Set(found)].filter((file) => !needed.has(file) && !uses.has(file));
  }

  #forgetUnreachable(): void {
    const reachable = new Set<string>();
    const pending = [...new Set([...this.#owners.values(), ...this.#augmenting.values()])];
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

function typeAlias(name: string, file: string, { declared, used }: TypeParameters): string {
  return `type ${name}${declared} = import("./${moduleName(file)}").${name}${used};`;
}
