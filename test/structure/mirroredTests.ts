import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { globSync } from "tinyglobby";
import ts from "typescript";

/** Rooms whose modules have their tests at the mirrored path: `kernel/a/b.ts` -> `test/kernel/a/b.test.ts`. */
const rooms = ["kernel", "extension", "media"];

/** Modules that only start something: what they start is tested where it stands. */
const entryPoints = [
  ...["**/*Entry.ts", "kernel/cli.ts"],
  ...["**/*.renderer.ts", "**/*.page.ts", "**/*.lab.ts", "**/*.script.ts"],
];

/** Modules with behaviour of their own that have no mirrored test, relative to `root`, sorted. */
export function modulesWithoutMirroredTest(root: string): string[] {
  const files = globSync(
    rooms.map((room) => `${room}/**/*.ts`),
    { cwd: root, ignore: [...entryPoints, "**/*.d.ts", "**/node_modules/**"] },
  );
  return files
    .filter((file) => !existsSync(path.join(root, mirroredTest(file))))
    .filter((file) => hasBehaviour(readFileSync(path.join(root, file), "utf8")))
    .sort();
}

export function mirroredTest(module: string): string {
  return `test/${module.replace(/\.ts$/, ".test.ts")}`;
}

/**
 * Whether a module exports a function or a class, or a value that holds functions, that does more than pass its
 * arguments on. Types, constants, tables of plain values and re-exports are no behaviour.
 */
export function hasBehaviour(source: string): boolean {
  const file = ts.createSourceFile("module.ts", source, ts.ScriptTarget.Latest, true);
  const exported = new Set(file.statements.flatMap(namesInExportList));
  return file.statements.some((statement) => isExported(statement, exported) && containsBehaviour(statement));
}

/** `export { a, b as c }` without `from` names what stands in the module itself. */
function namesInExportList(statement: ts.Statement): string[] {
  if (ts.isExportAssignment(statement)) {
    return ts.isIdentifier(statement.expression) ? [statement.expression.text] : [];
  }
  if (!ts.isExportDeclaration(statement) || statement.moduleSpecifier || !statement.exportClause) return [];
  if (!ts.isNamedExports(statement.exportClause)) return [];
  return statement.exportClause.elements.map(({ name, propertyName }) => (propertyName ?? name).text);
}

function isExported(statement: ts.Statement, names: ReadonlySet<string>): boolean {
  if (ts.isExportAssignment(statement)) return true;
  const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
  if (modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return true;
  return declaredNames(statement).some((name) => names.has(name));
}

function declaredNames(statement: ts.Statement): string[] {
  if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) {
    return statement.name ? [statement.name.text] : [];
  }
  if (!ts.isVariableStatement(statement)) return [];
  return statement.declarationList.declarations.map(({ name }) => name.getText());
}

function containsBehaviour(node: ts.Node): boolean {
  if (ts.isFunctionLike(node) && "body" in node && node.body && !forwards(node.body)) return true;
  return ts.forEachChild(node, (child) => containsBehaviour(child) || undefined) ?? false;
}

/** Whether a body does nothing but store its arguments, or hand them to one call. */
function forwards(body: ts.ConciseBody): boolean {
  if (!ts.isBlock(body)) return passesOn(body);
  const last = body.statements.at(-1);
  return body.statements.every(
    (statement) => isStored(statement) || (statement === last && hands(statement)),
  );
}

function isStored(statement: ts.Statement): boolean {
  if (!ts.isExpressionStatement(statement)) return false;
  const { expression } = statement;
  if (ts.isCallExpression(expression)) return expression.expression.kind === ts.SyntaxKind.SuperKeyword;
  return (
    ts.isBinaryExpression(expression) &&
    expression.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
    isPlain(expression.left) &&
    isPlain(expression.right)
  );
}

function hands(statement: ts.Statement): boolean {
  if (ts.isReturnStatement(statement)) return !statement.expression || passesOn(statement.expression);
  return ts.isExpressionStatement(statement) && passesOn(statement.expression);
}

/** A plain value, or one call whose function and arguments are plain. */
function passesOn(expression: ts.Expression): boolean {
  const inner = unwrapped(expression);
  if (!ts.isCallExpression(inner) && !ts.isNewExpression(inner)) return isPlain(inner);
  return isPlain(inner.expression) && (inner.arguments ?? []).every(isPlain);
}

/** A name, a literal, a property of one, or a list or record of such. */
function isPlain(expression: ts.Expression): boolean {
  const inner = unwrapped(expression);
  if (ts.isPropertyAccessExpression(inner)) return isPlain(inner.expression);
  if (ts.isSpreadElement(inner)) return isPlain(inner.expression);
  if (ts.isArrayLiteralExpression(inner)) return inner.elements.every(isPlain);
  if (ts.isObjectLiteralExpression(inner)) return inner.properties.every(isPlainProperty);
  return ts.isIdentifier(inner) || ts.isLiteralExpression(inner) || plainKinds.has(inner.kind);
}

const plainKinds = new Set([
  ts.SyntaxKind.ThisKeyword,
  ts.SyntaxKind.SuperKeyword,
  ts.SyntaxKind.TrueKeyword,
  ts.SyntaxKind.FalseKeyword,
  ts.SyntaxKind.NullKeyword,
]);

function isPlainProperty(property: ts.ObjectLiteralElementLike): boolean {
  if (ts.isShorthandPropertyAssignment(property)) return true;
  if (ts.isPropertyAssignment(property)) return isPlain(property.initializer);
  return ts.isSpreadAssignment(property) && isPlain(property.expression);
}

function unwrapped(expression: ts.Expression): ts.Expression {
  const wraps =
    ts.isAwaitExpression(expression) ||
    ts.isParenthesizedExpression(expression) ||
    ts.isAsExpression(expression) ||
    ts.isNonNullExpression(expression);
  return wraps ? unwrapped(expression.expression) : expression;
}
