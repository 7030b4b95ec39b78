import type * as TypeScript from "typescript";
import { ts } from "./typescript.js";

/** The names that a declaration's pattern introduces, in order. */
export function declaredNames(name: TypeScript.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) =>
    ts.isBindingElement(element) ? declaredNames(element.name) : [],
  );
}

/** The names that an import brings in, types included. */
export function importedNames({ importClause: clause }: TypeScript.ImportDeclaration): string[] {
  if (!clause) return [];
  const bindings = clause.namedBindings;
  const named = bindings && (ts.isNamespaceImport(bindings) ? [bindings] : bindings.elements);
  return [clause, ...(named ?? [])].flatMap(({ name }) => (name ? [name.text] : []));
}

/** Whether a statement leaves nothing behind at run time. */
export function isTypeOnlyStatement(statement: TypeScript.Statement): boolean {
  if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) return true;
  if (ts.isEmptyStatement(statement)) return true;
  if (ts.isModuleDeclaration(statement) && !isInstantiated(statement)) return true;
  return (
    ts.canHaveModifiers(statement) &&
    (statement.modifiers ?? []).some((modifier) => modifier.kind === ts.SyntaxKind.DeclareKeyword)
  );
}

function isInstantiated(statement: TypeScript.ModuleDeclaration): boolean {
  if (!statement.body) return false;
  if (ts.isModuleBlock(statement.body))
    return statement.body.statements.some((inner) => !isTypeOnlyStatement(inner));
  return ts.isModuleDeclaration(statement.body) && isInstantiated(statement.body);
}

/** The names that a cell's own text declares at its top level, and what kind of declaration each comes from. */
export interface TopLevelNames {
  /** Names that hold a value (variables, functions, classes, enums, namespaces, imports). */
  readonly values: ReadonlySet<string>;
  /** Names that can be reassigned (`let`, `var`). */
  readonly assignable: ReadonlySet<string>;
  /** Names that are only types. */
  readonly types: ReadonlySet<string>;
  /** Names that the text exports itself. */
  readonly exported: ReadonlySet<string>;
}

/** Collects the names that the top level of a file declares, including `var` in blocks and loops. */
export function topLevelNames(file: TypeScript.SourceFile): TopLevelNames {
  const names = {
    values: new Set<string>(),
    assignable: new Set<string>(),
    types: new Set<string>(),
    exported: new Set<string>(),
  };
  for (const statement of file.statements) collect(statement, names);
  for (const name of names.values) names.types.delete(name);
  return names;
}

interface Names {
  values: Set<string>;
  assignable: Set<string>;
  types: Set<string>;
  exported: Set<string>;
}

function collect(statement: TypeScript.Statement, names: Names): void {
  const before = new Set([...names.values, ...names.types]);
  collectDeclared(statement, names);
  const exported =
    ts.canHaveModifiers(statement) &&
    (statement.modifiers ?? []).some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword);
  if (exported)
    for (const name of [...names.values, ...names.types]) if (!before.has(name)) names.exported.add(name);
}

function collectDeclared(statement: TypeScript.Statement, names: Names): void {
  if (ts.isVariableStatement(statement)) return collectVariables(statement.declarationList, names);
  if (ts.isImportDeclaration(statement)) {
    for (const name of importedNames(statement)) names.values.add(name);
    return;
  }
  if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) {
    names.types.add(statement.name.text);
    return;
  }
  if (
    ts.isExportDeclaration(statement) &&
    statement.exportClause &&
    ts.isNamedExports(statement.exportClause)
  ) {
    for (const element of statement.exportClause.elements) names.exported.add(element.name.text);
    return;
  }
  if (
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isEnumDeclaration(statement) ||
    ts.isImportEqualsDeclaration(statement) ||
    ts.isModuleDeclaration(statement)
  ) {
    if (statement.name && ts.isIdentifier(statement.name) && !isGlobalAugmentation(statement)) {
      const bucket =
        isTypeOnlyStatement(statement) && ts.isModuleDeclaration(statement) ? names.types : names.values;
      bucket.add(statement.name.text);
    }
    return;
  }
  collectNestedVariables(statement, names);
}

function isGlobalAugmentation(statement: TypeScript.Statement): boolean {
  return ts.isModuleDeclaration(statement) && (statement.flags & ts.NodeFlags.GlobalAugmentation) !== 0;
}

function collectVariables(list: TypeScript.VariableDeclarationList, names: Names): void {
  const isConstant = (list.flags & ts.NodeFlags.BlockScoped & ~ts.NodeFlags.Let) !== 0;
  for (const name of list.declarations.flatMap((each) => declaredNames(each.name))) {
    names.values.add(name);
    if (!isConstant) names.assignable.add(name);
    else names.assignable.delete(name);
  }
}

/** `var` below the top level, outside functions, belongs to the top level. */
function collectNestedVariables(node: TypeScript.Node, names: Names): void {
  for (const list of nestedVariableLists(node)) collectVariables(list, names);
}

/** The names that `var` declares in the blocks and loops of a statement. */
export function nestedVariables(statement: TypeScript.Statement): string[] {
  if (ts.isVariableStatement(statement)) return [];
  const declarations = nestedVariableLists(statement).flatMap((list) => [...list.declarations]);
  return [...new Set(declarations.flatMap((each) => declaredNames(each.name)))];
}

function nestedVariableLists(node: TypeScript.Node): TypeScript.VariableDeclarationList[] {
  if (ts.isFunctionLike(node) || ts.isClassLike(node) || ts.isModuleDeclaration(node)) return [];
  const lists: TypeScript.VariableDeclarationList[] = [];
  if (ts.isVariableDeclarationList(node) && (node.flags & ts.NodeFlags.BlockScoped) === 0) lists.push(node);
  ts.forEachChild(node, (child) => void lists.push(...nestedVariableLists(child)));
  return lists;
}
