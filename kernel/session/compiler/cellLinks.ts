import type * as TypeScript from "typescript";
import { ts } from "./typescript.js";

/** A name of an earlier cell in the text before a cell, by which the cell sees it. */
export interface CellLink {
  readonly name: string;
  /** The name as this text declares it. */
  readonly node: TypeScript.Identifier;
  /** The file of the cell that declares it, without its extension. */
  readonly from: string;
}

/** The names that a cell's file takes from earlier cells; see NotebookScope.prefix for the forms that they have. */
export function cellLinks(file: TypeScript.SourceFile, prefixLength: number): CellLink[] {
  const before = file.statements.filter((each) => each.getStart(file) < prefixLength);
  return before.flatMap((statement) => {
    if (ts.isImportDeclaration(statement)) return importLinks(statement);
    if (ts.isVariableStatement(statement)) return variableLinks(statement);
    return ts.isTypeAliasDeclaration(statement) ? typeLink(statement.name, statement.type) : [];
  });
}

function importLinks({ importClause, moduleSpecifier }: TypeScript.ImportDeclaration): CellLink[] {
  const bindings = importClause?.namedBindings;
  if (!bindings || !ts.isNamedImports(bindings)) return [];
  const from = moduleOf(moduleSpecifier);
  return bindings.elements.map(({ name }) => ({ name: name.text, node: name, from }));
}

function variableLinks({ declarationList }: TypeScript.VariableStatement): CellLink[] {
  return declarationList.declarations.flatMap(({ name, type }) =>
    ts.isIdentifier(name) && type ? typeLink(name, type) : [],
  );
}

function typeLink(node: TypeScript.Identifier, type: TypeScript.TypeNode): CellLink[] {
  if (!ts.isImportTypeNode(type) || !ts.isLiteralTypeNode(type.argument)) return [];
  return [{ name: node.text, node, from: moduleOf(type.argument.literal) }];
}

function moduleOf(specifier: TypeScript.Node): string {
  return ts.isStringLiteral(specifier) ? specifier.text.replace("./", "") : "";
}
