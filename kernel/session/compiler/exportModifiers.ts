import type * as TypeScript from "typescript";
import { ts } from "./typescript.js";

/** Whether a declaration is an `export default`. */
export function isDefaultExport(node: TypeScript.Node): boolean {
  if (!ts.canHaveModifiers(node)) return false;
  return (node.modifiers ?? []).some((modifier) => modifier.kind === ts.SyntaxKind.DefaultKeyword);
}

/** A declaration without its `export` and `default` modifiers. */
export function withoutExport<T extends TypeScript.Statement>(
  statement: T,
  factory: TypeScript.NodeFactory,
): T {
  if (!ts.canHaveModifiers(statement)) return statement;
  const kept = (statement.modifiers ?? []).filter(
    (modifier) =>
      modifier.kind !== ts.SyntaxKind.ExportKeyword && modifier.kind !== ts.SyntaxKind.DefaultKeyword,
  );
  if (kept.length === (statement.modifiers?.length ?? 0)) return statement;
  return replaceModifiers(statement, kept, factory) as T;
}

/** An anonymous class or function as an expression. */
export function anonymousDefault(
  node: TypeScript.Statement,
  factory: TypeScript.NodeFactory,
): TypeScript.Expression {
  if (ts.isClassDeclaration(node))
    return factory.createClassExpression(
      node.modifiers,
      undefined,
      node.typeParameters,
      node.heritageClauses,
      node.members,
    );
  const declared = node as TypeScript.FunctionDeclaration;
  return factory.createFunctionExpression(
    ts.getModifiers(declared)?.filter((each) => each.kind === ts.SyntaxKind.AsyncKeyword),
    declared.asteriskToken,
    undefined,
    declared.typeParameters,
    declared.parameters,
    declared.type,
    declared.body!,
  );
}

function replaceModifiers(
  node: TypeScript.Statement,
  modifiers: readonly TypeScript.ModifierLike[],
  factory: TypeScript.NodeFactory,
): TypeScript.Statement {
  if (ts.isClassDeclaration(node))
    return factory.updateClassDeclaration(
      node,
      modifiers,
      node.name,
      node.typeParameters,
      node.heritageClauses,
      node.members,
    );
  if (ts.isFunctionDeclaration(node))
    return factory.updateFunctionDeclaration(
      node,
      modifiers,
      node.asteriskToken,
      node.name,
      node.typeParameters,
      node.parameters,
      node.type,
      node.body,
    );
  if (ts.isEnumDeclaration(node))
    return factory.updateEnumDeclaration(node, modifiers as TypeScript.Modifier[], node.name, node.members);
  if (ts.isModuleDeclaration(node))
    return factory.updateModuleDeclaration(node, modifiers as TypeScript.Modifier[], node.name, node.body);
  return node;
}
