import type * as TypeScript from "typescript";
import { ts } from "./typescript.js";

/** A value as reached from a name: `a.b["c"][0]` is `["a", "b", "c", "0"]`. */
export type ValuePath = readonly string[];

/** The path of an expression that can be followed without running anything; undefined for calls and the like. */
export function valuePath(node: TypeScript.Expression): ValuePath | undefined {
  if (ts.isIdentifier(node)) return [node.text];
  if (isWrapped(node)) return valuePath(node.expression);
  if (ts.isPropertyAccessExpression(node)) return joined(node.expression, node.name.text);
  if (ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression))
    return joined(node.expression, node.argumentExpression.text);
  if (ts.isElementAccessExpression(node) && ts.isNumericLiteral(node.argumentExpression))
    return joined(node.expression, node.argumentExpression.text);
  return undefined;
}

function joined(of: TypeScript.Expression, name: string): ValuePath | undefined {
  const path = valuePath(of);
  return path && [...path, name];
}

function isWrapped(
  node: TypeScript.Expression,
): node is TypeScript.ParenthesizedExpression | TypeScript.AsExpression | TypeScript.NonNullExpression {
  return ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isNonNullExpression(node);
}

/** A value one of whose members is being typed. */
export interface Receiver {
  readonly path: ValuePath;
  /** Whether the member is typed as text, as in `a["b"]`, which may be any; otherwise it must be a name. */
  readonly inQuotes: boolean;
}

/**
 * The value whose member is being typed before a token, if its type is `any`: only its members at run time are known.
 *
 * @param token the last token before the cursor
 */
export function untypedReceiver(
  token: TypeScript.Node | undefined,
  checker: TypeScript.TypeChecker,
): Receiver | undefined {
  const expression = token && receiver(token);
  if (!expression || !(checker.getTypeAtLocation(expression).flags & ts.TypeFlags.Any)) return undefined;
  const path = valuePath(expression);
  return path && { path, inQuotes: ts.isStringLiteralLike(token) };
}

function receiver(token: TypeScript.Node): TypeScript.Expression | undefined {
  const { parent } = token;
  if (ts.isPropertyAccessExpression(parent) && token !== parent.expression) return parent.expression;
  if (ts.isElementAccessExpression(parent) && ts.isStringLiteralLike(token)) return parent.expression;
  const pattern = ts.isBindingElement(parent) && parent.propertyName === undefined ? parent.parent : parent;
  if (!ts.isObjectBindingPattern(pattern) || !ts.isVariableDeclaration(pattern.parent)) return undefined;
  return pattern.parent.initializer;
}
