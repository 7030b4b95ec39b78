import type * as TypeScript from "typescript";
import { listOfCallback } from "./listCallbacks.js";
import { ts } from "./typescript.js";

/** A value as reached from a name: `a.b["c"][0]` is `["a", "b", "c", "0"]`. */
export type ValuePath = readonly string[];

/**
 * The path of an expression that can be followed without running anything; undefined for calls and the like. A constant of
 * the same cell, which may not have run, is followed to the value that it is taken from.
 */
export function valuePath(
  node: TypeScript.Expression,
  checker: TypeScript.TypeChecker,
): ValuePath | undefined {
  if (ts.isIdentifier(node)) return pathOfName(node, checker);
  if (isWrapped(node)) return valuePath(node.expression, checker);
  if (ts.isPropertyAccessExpression(node)) return joined(valuePath(node.expression, checker), node.name.text);
  if (!ts.isElementAccessExpression(node) || !isLiteral(node.argumentExpression)) return undefined;
  return joined(valuePath(node.expression, checker), node.argumentExpression.text);
}

/**
 * The path of the value that a pattern takes apart: that around `b` in `const { a: [, { b }] } = x.y` is
 * `["x", "y", "a", "1"]`.
 */
export function patternPath(
  { parent }: TypeScript.BindingPattern,
  checker: TypeScript.TypeChecker,
): ValuePath | undefined {
  if (ts.isVariableDeclaration(parent) || ts.isParameter(parent)) return sourcePath(parent, checker);
  return ts.isBindingElement(parent) ? elementPath(parent, checker) : undefined;
}

function joined(path: ValuePath | undefined, name: string): ValuePath | undefined {
  return path && [...path, name];
}

function isWrapped(
  node: TypeScript.Expression,
): node is TypeScript.ParenthesizedExpression | TypeScript.AsExpression | TypeScript.NonNullExpression {
  return ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isNonNullExpression(node);
}

function isLiteral(node: TypeScript.Node): node is TypeScript.StringLiteralLike | TypeScript.NumericLiteral {
  return ts.isStringLiteralLike(node) || ts.isNumericLiteral(node);
}

function pathOfName(name: TypeScript.Identifier, checker: TypeScript.TypeChecker): ValuePath | undefined {
  const declared = checker.getSymbolAtLocation(name)?.valueDeclaration;
  if (declared?.getSourceFile() !== name.getSourceFile()) return [name.text];
  const path = isConstantBefore(declared, name) ? constantPath(declared, checker) : undefined;
  return path ?? (isInner(declared) ? undefined : [name.text]);
}

type Variable = TypeScript.VariableDeclaration | TypeScript.ParameterDeclaration;
type Constant = Variable | TypeScript.BindingElement;

/** Whether a name is a constant, or a parameter, and what it is taken from has ended before the name is used. */
function isConstantBefore(
  declared: TypeScript.Declaration,
  name: TypeScript.Identifier,
): declared is Constant {
  if (!ts.isVariableDeclaration(declared) && !ts.isBindingElement(declared) && !ts.isParameter(declared))
    return false;
  const variable = variableOf(declared);
  const { end } = sourceOf(variable)?.expression ?? declared;
  const isConstant = (ts.getCombinedNodeFlags(declared) & ts.NodeFlags.Const) !== 0;
  return end <= name.pos && (isConstant || ts.isParameter(variable));
}

function constantPath(declared: Constant, checker: TypeScript.TypeChecker): ValuePath | undefined {
  return ts.isBindingElement(declared) ? elementPath(declared, checker) : sourcePath(declared, checker);
}

function elementPath(
  element: TypeScript.BindingElement,
  checker: TypeScript.TypeChecker,
): ValuePath | undefined {
  const key = keyOf(element);
  return key === undefined ? undefined : joined(patternPath(element.parent, checker), key);
}

/** The name of the member that a part of a pattern stands for; undefined for the rest and for computed names. */
function keyOf(element: TypeScript.BindingElement): string | undefined {
  if (element.dotDotDotToken) return undefined;
  if (ts.isArrayBindingPattern(element.parent)) return String(element.parent.elements.indexOf(element));
  const key = element.propertyName ?? element.name;
  return ts.isIdentifier(key) || isLiteral(key) ? key.text : undefined;
}

function sourcePath(variable: Variable, checker: TypeScript.TypeChecker): ValuePath | undefined {
  const source = sourceOf(variable);
  const path = source && valuePath(source.expression, checker);
  return source?.isList ? joined(path, "0") : path;
}

interface Source {
  readonly expression: TypeScript.Expression;
  /** Whether the value is an element of a list. */
  readonly isList: boolean;
}

/** What a variable or parameter gets its value from; in a loop over a list and in a callback for its elements, the list. */
function sourceOf(declared: TypeScript.Declaration): Source | undefined {
  if (!ts.isVariableDeclaration(declared) && !ts.isParameter(declared)) return undefined;
  if (declared.initializer) return { expression: declared.initializer, isList: false };
  const list = ts.isParameter(declared) ? listOfCallback(declared) : listOfLoop(declared);
  return list && { expression: list, isList: true };
}

function listOfLoop({ parent }: TypeScript.VariableDeclaration): TypeScript.Expression | undefined {
  return ts.isForOfStatement(parent.parent) ? parent.parent.expression : undefined;
}

function variableOf(declared: Constant): Variable {
  return ts.isBindingElement(declared) ? ts.walkUpBindingElementsAndPatterns(declared) : declared;
}

/** Whether a declaration belongs to a part of the cell alone: to a function or, unless it is a `var`, to a block. */
function isInner(declared: TypeScript.Declaration): boolean {
  const isVar = (ts.getCombinedNodeFlags(declared) & ts.NodeFlags.BlockScoped) === 0;
  const isOwn = (node: TypeScript.Node) => ts.isFunctionLike(node) || ts.isCatchClause(node);
  const isBlock = (node: TypeScript.Node) => ts.isBlock(node) || ts.isIterationStatement(node, false);
  return ts.findAncestor(declared.parent, (node) => isOwn(node) || (!isVar && isBlock(node))) !== undefined;
}
