import type * as TypeScript from "typescript";
import { internals } from "./internals.js";
import { topLevelSymbol, type NamedHere } from "./namedHere.js";
import type { NotebookPlaces, PlacedCell } from "./notebookPlaces.js";
import { ts } from "./typescript.js";

/** A place where a name is written, and what a new name needs around it there (`{ x }` becomes `{ x: y }`). */
export interface Mention {
  readonly file: string;
  readonly start: number;
  readonly length: number;
  readonly before: string;
  readonly after: string;
  readonly isDeclaration: boolean;
}

const neverCancelled: TypeScript.CancellationToken = {
  isCancellationRequested: () => false,
  throwIfCancellationRequested() {},
};

/**
 * Where a name is written in the cells and in the user's local files. TypeScript searches a file at a time, because each
 * cell has its own name for what it takes from another; the places in the text around the cells are left out later.
 */
export class MentionSearch {
  readonly #found = new Map<string, Mention>();

  constructor(
    readonly places: NotebookPlaces,
    readonly isRenaming: boolean,
  ) {}

  of(named: NamedHere): Mention[] {
    const target = this.#localTarget(named.symbol);
    if (target) this.#imported(target, named);
    else if (named.owner) this.#declared(named.owner, named.name, named.node);
    else this.#search(named.node, this.places.editable());
    return [...this.#found.values()];
  }

  /** A name that a cell declares: in that cell, and in those that take it from there. */
  #declared(owner: PlacedCell, name: string, node: TypeScript.Node, isAlias = false): void {
    this.#search(node, [owner.source], isAlias);
    for (const cell of this.places.cells)
      for (const link of cell.links)
        if (link.name === name && this.places.linked(link)?.source === owner.source)
          this.#search(link.node, [cell.source]);
  }

  /** A name that cells import from a local file: there too, and wherever else it is imported under the same name. */
  #imported(target: TypeScript.Node, { asked, name }: NamedHere): void {
    this.#search(target, this.places.editable(), true);
    for (const cell of this.places.cells) {
      const local = topLevelSymbol(cell, name);
      const specifier = local?.declarations?.find(ts.isImportSpecifier);
      if (!specifier || this.#localTarget(local!) !== target) continue;
      if (!specifier.propertyName || asked.getText() !== specifier.propertyName.text)
        this.#declared(cell, name, specifier.name, true);
    }
  }

  /** The declaration in one of the user's files that an imported name stands for. */
  #localTarget(symbol: TypeScript.Symbol): TypeScript.Node | undefined {
    const specifier = symbol.declarations?.find(ts.isImportSpecifier);
    if (!specifier || specifier.propertyName) return undefined;
    const [declared] = this.places.program.getTypeChecker().getAliasedSymbol(symbol).declarations ?? [];
    const isLocal = declared && this.places.isLocal(declared.getSourceFile().fileName);
    return isLocal ? ts.getNameOfDeclaration(declared) : undefined;
  }

  /** @param isWhole whether the imported name changes too, so that an import needs no `as` */
  #search(node: TypeScript.Node, files: readonly TypeScript.SourceFile[], isWhole = false): void {
    const { FindAllReferences: search } = internals;
    const use = this.isRenaming ? search.FindReferencesUse.Rename : search.FindReferencesUse.References;
    const options = { use, providePrefixAndSuffixTextForRename: this.isRenaming };
    search.findReferenceOrRenameEntries(
      this.places.program,
      neverCancelled,
      files,
      node,
      node.getStart(),
      options,
      (entry, original, checker) => {
        const place = search.toRenameLocation(entry, original, checker, this.isRenaming, 0);
        this.#add(place, entry.node, isWhole);
      },
    );
  }

  #add(
    { fileName: file, textSpan: { start, length }, prefixText, suffixText }: TypeScript.RenameLocation,
    node: TypeScript.Node | undefined,
    isWhole: boolean,
  ): void {
    const isImport = node !== undefined && ts.isImportSpecifier(node.parent);
    const [before, after] = isWhole && isImport ? ["", ""] : [prefixText ?? "", suffixText ?? ""];
    const isDeclaration =
      node !== undefined &&
      (ts.getNameOfDeclaration(node.parent as TypeScript.Declaration) as TypeScript.Node | undefined) ===
        node;
    const key = `${start} ${file}`;
    if (!this.#found.has(key) || isWhole)
      this.#found.set(key, { file, start, length, before, after, isDeclaration });
  }
}
