import type * as TypeScript from "typescript";
import { ts } from "./typescript.js";
import { patternPath, type ValuePath, valuePath } from "./valuePath.js";

/** A value one of whose members is being typed. */
export interface Receiver {
  readonly path: ValuePath;
  /** Whether the member is typed as text, as in `a["b"]`, which may be any; otherwise it must be a name. */
  readonly inQuotes: boolean;
  /** Whether its type lets it have members of any name besides those that it declares, as `Record<string, number>` does. */
  readonly isIndexed?: boolean;
}

/**
 * The value whose member is being typed before a token, if its type is `any` or indexed by names: its members, or some of
 * them, are known at run time only.
 *
 * @param token the last token before the cursor
 */
export function untypedReceiver(
  token: TypeScript.Node | undefined,
  checker: TypeScript.TypeChecker,
): Receiver | undefined {
  const node = token && receiver(token);
  if (!node) return undefined;
  const type = checker.getNonNullableType(checker.getTypeAtLocation(node));
  const isIndexed = checker.getIndexInfoOfType(type, ts.IndexKind.String) !== undefined;
  if (!(type.flags & ts.TypeFlags.Any) && !isIndexed) return undefined;
  const path = ts.isObjectBindingPattern(node) ? patternPath(node, checker) : valuePath(node, checker);
  return path && { path, inQuotes: ts.isStringLiteralLike(token), ...(isIndexed && { isIndexed }) };
}

/** The expression before a dot or bracket, or the pattern in braces. */
function receiver(
  token: TypeScript.Node,
): TypeScript.Expression | TypeScript.ObjectBindingPattern | undefined {
  const { parent } = token;
  if (ts.isPropertyAccessExpression(parent) && token !== parent.expression) return parent.expression;
  if (ts.isElementAccessExpression(parent) && ts.isStringLiteralLike(token)) return parent.expression;
  const pattern = ts.isBindingElement(parent) && isKey(token, parent) ? parent.parent : parent;
  return ts.isObjectBindingPattern(pattern) ? pattern : undefined;
}

/** Whether a token names the member that a part of a pattern stands for, not what it is to be called. */
function isKey(token: TypeScript.Node, element: TypeScript.BindingElement): boolean {
  return token === (element.propertyName ?? element.name) && !element.dotDotDotToken;
}
