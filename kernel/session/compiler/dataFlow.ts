import type * as TypeScript from "typescript";
import type { DataFlow } from "../../contracts/languageQuestions.js";
import { internals } from "./internals.js";
import type { NotebookPlaces, PlacedCell } from "./notebookPlaces.js";
import { ts } from "./typescript.js";

/**
 * Which names of other cells a cell reads, and which names it gives a value: those that it declares or assigns, and those
 * whose members it assigns. What a method changes in an object, as in `list.push(1)`, is not seen.
 */
export function dataFlow(places: NotebookPlaces, cell: PlacedCell): DataFlow {
  const links = new Map(cell.links.map(({ node, name }) => [node.parent as TypeScript.Node, name]));
  const checker = places.program.getTypeChecker();
  const reads = new Set<string>();
  const writes = new Set(cell.declares);
  const visit = (node: TypeScript.Node): void => {
    if (ts.isTypeNode(node) && !ts.isExpressionWithTypeArguments(node)) return;
    if (ts.isIdentifier(node)) note(node);
    ts.forEachChild(node, visit);
  };
  const note = (node: TypeScript.Identifier): void => {
    const name = meant(checker, node)
      ?.declarations?.map((each) => links.get(each))
      .find((each) => each !== undefined);
    if (name === undefined) return;
    const changed = isChanged(node);
    if (changed) writes.add(name);
    if (!changed || !internals.isWriteOnlyAccess(node)) reads.add(name);
  };
  for (const statement of cell.source.statements) {
    const start = statement.getStart(cell.source);
    if (start >= cell.start && start < cell.end) visit(statement);
  }
  return { reads: [...reads].sort(), writes: [...writes].sort() };
}

function meant(checker: TypeScript.TypeChecker, node: TypeScript.Identifier): TypeScript.Symbol | undefined {
  return ts.isShorthandPropertyAssignment(node.parent)
    ? checker.getShorthandAssignmentValueSymbol(node.parent)
    : checker.getSymbolAtLocation(node);
}

/** Whether code assigns a variable or one of its members, or deletes a member. */
function isChanged(name: TypeScript.Node): boolean {
  let node = name;
  while (isMemberOf(node.parent, node)) node = node.parent;
  return internals.isWriteAccess(node) || (node !== name && ts.isDeleteExpression(node.parent));
}

function isMemberOf(parent: TypeScript.Node, node: TypeScript.Node): boolean {
  const isAccess = ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent);
  return isAccess && parent.expression === node;
}
