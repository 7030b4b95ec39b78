import type * as TypeScript from "typescript";
import { ts } from "./typescript.js";
import { declaredNames, isTypeOnlyStatement } from "./topLevel.js";

/** One imported name: `imported` is the module's name for it, `default` or `*` for the whole module. */
export interface ImportBinding {
  readonly local: string;
  readonly imported: string;
}

/** The names that an import brings in as values; "elided" if it brings in only types. */
export function importBindings(
  statement: TypeScript.ImportDeclaration,
  checker: TypeScript.TypeChecker,
): ImportBinding[] | "elided" {
  const clause = statement.importClause;
  if (!clause) return [];
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return "elided";
  const all = [...namedImports(clause)];
  const values = all.filter(({ node }) => isValue(node, checker));
  if (values.length === 0 && all.length > 0) return "elided";
  return values.map(({ node, imported }) => ({ local: node.text, imported }));
}

function* namedImports(
  clause: TypeScript.ImportClause,
): Generator<{ node: TypeScript.Identifier; imported: string }> {
  if (clause.name) yield { node: clause.name, imported: "default" };
  const bindings = clause.namedBindings;
  if (bindings && ts.isNamespaceImport(bindings)) yield { node: bindings.name, imported: "*" };
  if (bindings && ts.isNamedImports(bindings))
    for (const element of bindings.elements)
      if (!element.isTypeOnly)
        yield { node: element.name, imported: (element.propertyName ?? element.name).text };
}

/** Whether a name refers to a value. An unresolved name counts as one. */
function isValue(name: TypeScript.Identifier, checker: TypeScript.TypeChecker): boolean {
  const symbol = checker.getSymbolAtLocation(name);
  if (!symbol || !(symbol.flags & ts.SymbolFlags.Alias)) return true;
  const target = checker.getAliasedSymbol(symbol);
  const unresolved = checker.isUnknownSymbol(target);
  return unresolved || (target.flags & ts.SymbolFlags.Value) !== 0;
}

/** What a module exports: its own names, names from other modules, and whole other modules. */
export interface ExportedNames {
  readonly named: readonly { exported: string; local: string }[];
  readonly reexported: readonly {
    specifier: TypeScript.Expression;
    names: readonly { exported: string; imported: string }[];
  }[];
  readonly starred: readonly TypeScript.Expression[];
}

export function exportedNames(
  statements: readonly TypeScript.Statement[],
  checker: TypeScript.TypeChecker,
): ExportedNames {
  const named: { exported: string; local: string }[] = [];
  const reexported: ExportedNames["reexported"][number][] = [];
  const starred: TypeScript.Expression[] = [];
  for (const statement of statements) {
    if (ts.isExportAssignment(statement)) named.push({ exported: "default", local: "default" });
    else if (ts.isExportDeclaration(statement)) {
      if (statement.isTypeOnly) continue;
      const clause = statement.exportClause;
      const from = statement.moduleSpecifier;
      if (!clause && from) starred.push(from);
      else if (clause && ts.isNamespaceExport(clause) && from)
        reexported.push({ specifier: from, names: [{ exported: clause.name.text, imported: "*" }] });
      else if (clause && ts.isNamedExports(clause)) {
        const names = clause.elements
          .filter((element) => !element.isTypeOnly && isExportedValue(element, checker))
          .map((element) => ({
            exported: element.name.text,
            imported: (element.propertyName ?? element.name).text,
          }));
        if (from) reexported.push({ specifier: from, names });
        else named.push(...names.map(({ exported, imported }) => ({ exported, local: imported })));
      }
    } else named.push(...declaredExports(statement));
  }
  return { named, reexported, starred };
}

function isExportedValue(element: TypeScript.ExportSpecifier, checker: TypeScript.TypeChecker): boolean {
  const symbol = checker.getSymbolAtLocation(element.name);
  if (!symbol || !(symbol.flags & ts.SymbolFlags.Alias)) return true;
  const target = checker.getAliasedSymbol(symbol);
  return checker.isUnknownSymbol(target) || (target.flags & ts.SymbolFlags.Value) !== 0;
}

function declaredExports(statement: TypeScript.Statement): { exported: string; local: string }[] {
  if (isTypeOnlyStatement(statement) || !ts.canHaveModifiers(statement)) return [];
  const kinds = (statement.modifiers ?? []).map((modifier) => modifier.kind);
  if (!kinds.includes(ts.SyntaxKind.ExportKeyword)) return [];
  if (kinds.includes(ts.SyntaxKind.DefaultKeyword)) {
    const name = (statement as TypeScript.ClassDeclaration | TypeScript.FunctionDeclaration).name?.text;
    return [{ exported: "default", local: name ?? "default" }];
  }
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations
      .flatMap((each) => declaredNames(each.name))
      .map((name) => ({ exported: name, local: name }));
  const name = (statement as TypeScript.DeclarationStatement).name;
  return name && ts.isIdentifier(name) ? [{ exported: name.text, local: name.text }] : [];
}
