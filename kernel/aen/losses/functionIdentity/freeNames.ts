import { createRequire } from "node:module";
import type TypeScript from "typescript";

/** The object that holds a notebook's variables in compiled cells, as in `__scope.margin`. */
export const notebookScope = "__scope";

const fileName = "function.js";

/**
 * The names that a function uses but does not declare; notebook variables as `__scope.name`.
 * @param text a JavaScript expression
 */
export function freeNames(text: string): string[] {
  const ts = typescript();
  const file = ts.createSourceFile(fileName, `(${text})`, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
  const checker = programOf(file, ts).getTypeChecker();
  const names = new Set<string>();
  visit(file);
  return [...names].sort();

  function visit(node: TypeScript.Node): void {
    if (ts.isIdentifier(node) && isReference(node, ts) && !isDeclared(node)) names.add(wholeName(node, ts));
    ts.forEachChild(node, visit);
  }

  function isDeclared(node: TypeScript.Identifier): boolean {
    const symbol = ts.isShorthandPropertyAssignment(node.parent)
      ? checker.getShorthandAssignmentValueSymbol(node.parent)
      : checker.getSymbolAtLocation(node);
    if (node.text === "arguments" || node.text === "undefined") return true;
    return symbol?.declarations?.some((declaration) => declaration.getSourceFile() === file) ?? false;
  }
}

/** Loaded on first use: a study of AEN's built-in terms does not need it. */
export function typescript(): typeof TypeScript {
  return createRequire(import.meta.url)("typescript") as typeof TypeScript;
}

function isReference(node: TypeScript.Identifier, ts: typeof TypeScript): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  if (ts.isBindingElement(parent)) return parent.propertyName !== node;
  if (ts.isLabeledStatement(parent) || ts.isBreakOrContinueStatement(parent)) return false;
  return !ts.isMethodDeclaration(parent) && !ts.isAccessor(parent) && !ts.isPropertyDeclaration(parent)
    ? true
    : ts.isPropertyDeclaration(parent) && parent.initializer === node;
}

function wholeName(node: TypeScript.Identifier, ts: typeof TypeScript): string {
  const { parent } = node;
  const member = node.text === notebookScope && ts.isPropertyAccessExpression(parent);
  return member ? `${notebookScope}.${parent.name.text}` : node.text;
}

/** A program of only this file, without any library, so that names it does not declare have no symbol. */
function programOf(file: TypeScript.SourceFile, ts: typeof TypeScript): TypeScript.Program {
  const host: TypeScript.CompilerHost = {
    getSourceFile: (name) => (name === fileName ? file : undefined),
    getDefaultLibFileName: () => "none.d.ts",
    writeFile: () => {},
    getCurrentDirectory: () => "/",
    getCanonicalFileName: (name) => name,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => "\n",
    fileExists: (name) => name === fileName,
    readFile: () => undefined,
  };
  const options = { allowJs: true, noLib: true, noResolve: true, types: [], target: ts.ScriptTarget.Latest };
  return ts.createProgram([fileName], options, host);
}
