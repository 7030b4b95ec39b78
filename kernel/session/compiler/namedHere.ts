import type * as TypeScript from "typescript";
import { internals } from "./internals.js";
import type { NotebookPlaces, PlacedCell } from "./notebookPlaces.js";
import { ts } from "./typescript.js";

/** What a name in a cell means. */
export interface NamedHere {
  /** The name that was asked about. */
  readonly asked: TypeScript.Node;
  readonly name: string;
  /** Where the search for it begins: its declaration in a cell, or the name itself. */
  readonly node: TypeScript.Node;
  readonly symbol: TypeScript.Symbol;
  /** The cell at whose top level it is declared. */
  readonly owner?: PlacedCell;
  /** Whether a cell declared it that has run and whose text is no longer in the notebook. */
  readonly isGone: boolean;
}

/** The name at an offset in a cell's file, followed to the cell that declares it. */
export function namedHere(places: NotebookPlaces, cell: PlacedCell, position: number): NamedHere | undefined {
  const asked = nameAt(cell.source, position);
  const symbol = asked && symbolOf(places.program.getTypeChecker(), asked);
  if (!asked || !symbol) return undefined;
  const named = { asked, name: asked.text, node: asked, symbol, isGone: false };
  const link = cell.links.find(({ node }) => symbol.declarations?.some((each) => each === node.parent));
  if (link) {
    const owner = places.linked(link);
    return (owner && declaredBy(owner, named)) ?? { ...named, isGone: true };
  }
  const isTopLevel = symbol.declarations?.some((each) => declaresAtTop(cell, asked.text, each));
  return (isTopLevel && declaredBy(cell, named)) || named;
}

/** The symbol with a name at the top level of a cell's file. */
export function topLevelSymbol(cell: PlacedCell, name: string): TypeScript.Symbol | undefined {
  return (cell.source as unknown as { locals?: Map<string, TypeScript.Symbol> }).locals?.get(name);
}

function declaredBy(owner: PlacedCell, named: NamedHere): NamedHere | undefined {
  const symbol = topLevelSymbol(owner, named.name);
  const declared = symbol?.declarations?.map((each) => ts.getNameOfDeclaration(each)).find((each) => each);
  return symbol && declared && { ...named, node: declared, symbol, owner };
}

function declaresAtTop(cell: PlacedCell, name: string, declaration: TypeScript.Declaration): boolean {
  return topLevelSymbol(cell, name)?.declarations?.includes(declaration) === true;
}

function nameAt(file: TypeScript.SourceFile, position: number): TypeScript.Identifier | undefined {
  const found = [position, position - 1].map((at) =>
    internals.getTouchingPropertyName(file, Math.max(at, 0)),
  );
  return found.find((node) => ts.isIdentifier(node) || ts.isPrivateIdentifier(node)) as
    TypeScript.Identifier | undefined;
}

/** What a name stands for: of `{ name }`, the variable and not the property. */
function symbolOf(
  checker: TypeScript.TypeChecker,
  node: TypeScript.Identifier,
): TypeScript.Symbol | undefined {
  if (ts.isShorthandPropertyAssignment(node.parent))
    return checker.getShorthandAssignmentValueSymbol(node.parent);
  return checker.getSymbolAtLocation(node);
}
