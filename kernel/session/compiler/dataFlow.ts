import type * as TypeScript from "typescript";
import type { DataFlow } from "../../contracts/languageQuestions.js";
import { internals } from "./internals.js";
import { localFiles } from "./localFiles.js";
import type { NotebookPlaces, PlacedCell } from "./notebookPlaces.js";
import { ts } from "./typescript.js";
import { mayChange } from "./valueChanges.js";

/**
 * Which names of other cells a cell reads, which ones it gives a value (those that it declares or assigns, and those
 * whose members it assigns), and whose values it may change otherwise, as by `list.push(1)`.
 */
export function dataFlow(places: NotebookPlaces, cell: PlacedCell): DataFlow {
  const links = new Map(cell.links.map(({ node, name }) => [node.parent as TypeScript.Node, name]));
  const checker = places.program.getTypeChecker();
  const [reads, types, changes] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const writes = new Set(cell.declares);
  const linked = (node: TypeScript.Identifier): string | undefined =>
    meant(checker, node)
      ?.declarations?.map((each) => links.get(each))
      .find((each) => each !== undefined);
  const note = (node: TypeScript.Identifier): void => {
    const name = linked(node);
    if (name === undefined) return;
    const changed = isChanged(node);
    if (changed) writes.add(name);
    if (!changed || !internals.isWriteOnlyAccess(node)) reads.add(name);
    if (!changed && mayChange(node, checker, places.compiler.host)) changes.add(name);
  };
  const noteType = (node: TypeScript.Node): void => {
    const name = ts.isIdentifier(node) && linked(node);
    if (name) types.add(name);
    ts.forEachChild(node, noteType);
  };
  const visit = (node: TypeScript.Node): void => {
    if (ts.isTypeNode(node) && !ts.isExpressionWithTypeArguments(node)) return noteType(node);
    if (ts.isIdentifier(node)) note(node);
    ts.forEachChild(node, visit);
  };
  ownStatements(cell).forEach(visit);
  return {
    ...{ reads: [...reads].sort(), writes: [...writes].sort(), declares: [...cell.declares].sort() },
    ...{ types: [...types].sort(), changes: [...changes].sort(), files: localFiles(places, cell) },
  };
}

function ownStatements({ source, start, end }: PlacedCell): TypeScript.Statement[] {
  return source.statements.filter((statement) => {
    const at = statement.getStart(source);
    return at >= start && at < end;
  });
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
