import type * as TypeScript from "typescript";
import { isClosed } from "./closedFunction.js";
import type { ProgramHost } from "./programHost.js";
import { isPrimitive, steadiness } from "./steadyTypes.js";
import { ts } from "./typescript.js";

/**
 * Whether code may change the value of a name from within where it uses the name: by a method, by giving it to a
 * function, or later, because it keeps it under another name. In doubt it may.
 */
export function mayChange(
  name: TypeScript.Identifier,
  checker: TypeScript.TypeChecker,
  host: ProgramHost,
): boolean {
  if (isPrimitive(checker.getTypeAtLocation(name))) return false;
  const { node, type, isSteady } = member(name, checker, host);
  if (isSteady || isPrimitive(type)) return false;
  const { parent } = node;
  if (isCall(parent) && parent.expression === node) return callChanges(node, parent, checker, host);
  const holder = holderOf(node);
  if (isCall(holder)) return isGivenTo(holder, type, checker, host);
  if (ts.isBinaryExpression(holder)) return holdsOn.has(holder.operatorToken.kind);
  return !isLook(holder);
}

/** Whether a value is only looked at: shown, tested or made a text. */
function isLook(holder: TypeScript.Node): boolean {
  return (
    ts.isExpressionStatement(holder) ||
    ts.isTemplateSpan(holder) ||
    ts.isTypeOfExpression(holder) ||
    ts.isPrefixUnaryExpression(holder) ||
    ts.isIfStatement(holder)
  );
}

/** Operators whose result may be one of their operands. */
const holdsOn = new Set<TypeScript.SyntaxKind>([
  ts.SyntaxKind.EqualsToken,
  ts.SyntaxKind.CommaToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.QuestionQuestionToken,
  ts.SyntaxKind.BarBarEqualsToken,
  ts.SyntaxKind.AmpersandAmpersandEqualsToken,
  ts.SyntaxKind.QuestionQuestionEqualsToken,
]);

interface Member {
  readonly node: TypeScript.Node;
  readonly type: TypeScript.Type;
  /** Whether it is part of a value that nothing changes. */
  readonly isSteady: boolean;
}

/** The member of a name's value that the code reads, such as `run.plan.loss` for `run`. */
function member(name: TypeScript.Identifier, checker: TypeScript.TypeChecker, host: ProgramHost): Member {
  let node: TypeScript.Node = name;
  let type = checker.getTypeAtLocation(node);
  let isSteady = steadiness(type, host) === "steady";
  while (isAround(node.parent, node)) {
    node = node.parent;
    type = checker.getTypeAtLocation(node);
    const kind = isFunction(type) ? "unknown" : steadiness(type, host);
    if (kind !== "unknown") isSteady = kind === "steady";
  }
  return { node, type, isSteady };
}

function isFunction(type: TypeScript.Type): boolean {
  return type.getCallSignatures().length > 0;
}

function isAround(parent: TypeScript.Node, node: TypeScript.Node): boolean {
  if (ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent))
    return parent.expression === node;
  return (
    ts.isParenthesizedExpression(parent) ||
    ts.isNonNullExpression(parent) ||
    ts.isAsExpression(parent) ||
    ts.isSatisfiesExpression(parent) ||
    ts.isAwaitExpression(parent)
  );
}

type Call = TypeScript.CallExpression | TypeScript.NewExpression;

function isCall(node: TypeScript.Node): node is Call {
  return ts.isCallExpression(node) || ts.isNewExpression(node);
}

/** Whether a call of a value, or of a method of it, may change it. */
function callChanges(
  callee: TypeScript.Node,
  call: Call,
  checker: TypeScript.TypeChecker,
  host: ProgramHost,
): boolean {
  const declaration = checker.getResolvedSignature(call)?.declaration;
  if (!declaration || ts.isJSDocSignature(declaration)) return true;
  const isDeclared = declaration.getSourceFile().isDeclarationFile;
  if (isDeclared) return !ts.isIdentifier(callee);
  return !isClosed(declaration, checker, host);
}

/** Whether a function that is given a value may change it: ours change only what is ours, such as models. */
function isGivenTo(
  call: Call,
  type: TypeScript.Type,
  checker: TypeScript.TypeChecker,
  host: ProgramHost,
): boolean {
  const callee = call.expression.getText();
  if (callee === "display" || callee.startsWith("console.")) return false;
  const file = checker.getResolvedSignature(call)?.declaration?.getSourceFile().fileName;
  return file === undefined || !host.isOurs(file) || steadiness(type, host) === "ours";
}

/** What takes a value, through the literals that it is part of: a call for `f({ options: [value] })`. */
function holderOf(node: TypeScript.Node): TypeScript.Node {
  let holder = node.parent;
  while (isLiteralAround(holder)) holder = holder.parent;
  return holder;
}

function isLiteralAround(parent: TypeScript.Node): boolean {
  return (
    ts.isObjectLiteralElementLike(parent) ||
    ts.isObjectLiteralExpression(parent) ||
    ts.isArrayLiteralExpression(parent) ||
    ts.isSpreadElement(parent) ||
    ts.isParenthesizedExpression(parent) ||
    ts.isAsExpression(parent) ||
    ts.isSatisfiesExpression(parent)
  );
}
