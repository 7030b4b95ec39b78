import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

/** One module imports another, both from the root of the project, with `/`. */
export interface Arrow {
  readonly from: string;
  readonly to: string;
  /** Whether only types are imported, so that nothing is left of the arrow at run time. */
  readonly isTypeOnly: boolean;
}

export interface ImportGraph {
  readonly modules: readonly string[];
  readonly arrows: readonly Arrow[];
}

const folders = ["kernel", "extension", "media"];

/** All modules of the project but its tests, with what they import as TypeScript's own resolution finds it. */
export function importGraph(root: string): ImportGraph {
  const options = compilerOptions(root);
  const modules = folders.flatMap((folder) => modulesIn(root, folder)).sort();
  const arrows = modules.flatMap((module) => arrowsOf(root, module, options));
  return { modules, arrows };
}

function compilerOptions(root: string): ts.CompilerOptions {
  const { config } = ts.readConfigFile(path.join(root, "tsconfig.json"), ts.sys.readFile);
  return ts.parseJsonConfigFileContent({ ...config, include: [], files: ["none.ts"] }, ts.sys, root).options;
}

function modulesIn(root: string, folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts") && !entry.name.endsWith(".d.ts"))
    .map((entry) => fromRoot(root, path.join(entry.parentPath, entry.name)));
}

function arrowsOf(root: string, module: string, options: ts.CompilerOptions): Arrow[] {
  const file = path.join(root, module);
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
  return importsOf(source).flatMap(({ specifier, isTypeOnly }) => {
    const found = ts.resolveModuleName(
      specifier,
      file,
      options,
      ts.sys,
      undefined,
      undefined,
      ts.ModuleKind.ESNext,
    );
    const target = found.resolvedModule?.resolvedFileName;
    if (!target || found.resolvedModule?.isExternalLibraryImport || !/\.ts$/.test(target)) return [];
    return [{ from: module, to: fromRoot(root, target), isTypeOnly }];
  });
}

interface Import {
  readonly specifier: string;
  readonly isTypeOnly: boolean;
}

/** Imports, exports from elsewhere, `import()` of a literal and `import("...")` in types. */
function importsOf(source: ts.SourceFile): Import[] {
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    const one = importOf(node);
    if (one) found.push(one);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function importOf(node: ts.Node): Import | null {
  if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier))
    return { specifier: node.moduleSpecifier.text, isTypeOnly: importsTypesOnly(node) };
  if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier))
    return { specifier: node.moduleSpecifier.text, isTypeOnly: node.isTypeOnly };
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    const [specifier] = node.arguments;
    return ts.isStringLiteral(specifier) ? { specifier: specifier.text, isTypeOnly: false } : null;
  }
  if (
    ts.isImportTypeNode(node) &&
    ts.isLiteralTypeNode(node.argument) &&
    ts.isStringLiteral(node.argument.literal)
  )
    return { specifier: node.argument.literal.text, isTypeOnly: true };
  return null;
}

function importsTypesOnly({ importClause }: ts.ImportDeclaration): boolean {
  if (!importClause) return false;
  const { namedBindings } = importClause;
  if (importClause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  if (importClause.name || !namedBindings || !ts.isNamedImports(namedBindings)) return false;
  return namedBindings.elements.every(({ isTypeOnly }) => isTypeOnly);
}

function fromRoot(root: string, file: string): string {
  return path.relative(root, file).split(path.sep).join("/");
}
