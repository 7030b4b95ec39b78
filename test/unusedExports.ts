import path from "node:path";
import ts from "typescript";
import { packageFolder } from "./projectProgram.js";

/**
 * What a file exports and nobody uses: no other file imports it and its own does not mention it again.
 * @param files those that are searched, relative to the package; uses in all files of the program count
 * @returns `name (file)`
 */
export function unusedExports(program: ts.Program, files: readonly string[]): string[] {
  const checker = program.getTypeChecker();
  const uses = new Map<ts.Symbol, number>();
  const use = (symbol: ts.Symbol | undefined) => {
    const used = symbol && originOf(checker, symbol);
    if (used) uses.set(used, (uses.get(used) ?? 0) + 1);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && !isOwnName(node)) use(symbolAt(checker, node));
    if (ts.isObjectBindingPattern(node)) propertiesTaken(checker, node).forEach(use);
    ts.forEachChild(node, visit);
  };
  for (const source of program.getSourceFiles())
    if (!source.fileName.includes("/node_modules/")) visit(source);
  return files.flatMap((file) => {
    const module = checker.getSymbolAtLocation(program.getSourceFile(path.join(packageFolder, file))!);
    const exported = module ? checker.getExportsOfModule(module) : [];
    const unused = exported.filter(
      (symbol) => !uses.has(originOf(checker, symbol)) && isDeclaredIn(symbol, file),
    );
    return unused.map(({ name }) => `${name} (${file})`);
  });
}

/** Whether an identifier is the name in a declaration, which is no use of it. */
function isOwnName(node: ts.Identifier): boolean {
  return (
    (node.parent as { name?: ts.Node }).name === node &&
    !ts.isPropertyAccessExpression(node.parent) &&
    !ts.isImportSpecifier(node.parent) &&
    !ts.isExportSpecifier(node.parent)
  );
}

/** What a pattern takes out of an object, e.g. of a module: `const { open } = await import("./file.js")`. */
function propertiesTaken(
  checker: ts.TypeChecker,
  pattern: ts.ObjectBindingPattern,
): (ts.Symbol | undefined)[] {
  const type = checker.getTypeAtLocation(pattern);
  return pattern.elements.map(({ propertyName, name }) => {
    const taken = propertyName ?? name;
    return ts.isIdentifier(taken) ? checker.getPropertyOfType(type, taken.text) : undefined;
  });
}

/** Not so for what `export *` takes from elsewhere. */
function isDeclaredIn({ declarations }: ts.Symbol, file: string): boolean {
  return (
    declarations?.some((node) => node.getSourceFile().fileName === path.join(packageFolder, file)) ?? false
  );
}

function symbolAt(checker: ts.TypeChecker, node: ts.Identifier): ts.Symbol | undefined {
  const { parent } = node;
  if (ts.isShorthandPropertyAssignment(parent)) return checker.getShorthandAssignmentValueSymbol(parent);
  return checker.getSymbolAtLocation(node);
}

function originOf(checker: ts.TypeChecker, symbol: ts.Symbol): ts.Symbol {
  return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}
