import type * as TypeScript from "typescript";
import { declaredNames, nestedVariables } from "./topLevel.js";
import { ts } from "./typescript.js";

/** The parameters of a generic type: `<T extends string = "a">` as declared, `<T>` as used; "" where there are none. */
export interface TypeParameters {
  readonly declared: string;
  readonly used: string;
}

/** The names to which a cell gives one meaning of the two that a name can have. */
export interface Meanings {
  /** Interfaces and type aliases. */
  readonly types: ReadonlyMap<string, TypeParameters>;
  /** Variables and functions, which are values but no types. */
  readonly values: ReadonlySet<string>;
}

/** The meanings that a cell takes over from earlier cells for names to which it gives the other one. */
export interface KeptMeanings {
  readonly types: Map<string, TypeParameters>;
  readonly values: Set<string>;
  readonly assignable: Set<string>;
}

export function noMeanings(): KeptMeanings {
  return { types: new Map(), values: new Set(), assignable: new Set() };
}

/** Finds what the top level of a file declares as a type only or as a value only. */
export function meaningsOf(file: TypeScript.SourceFile): Meanings {
  const types = new Map<string, TypeParameters>();
  const values = new Set<string>();
  for (const statement of file.statements) {
    for (const name of namedValues(statement)) values.add(name);
    if (isNamedType(statement) && !types.has(statement.name.text))
      types.set(statement.name.text, typeParameters(statement, file));
  }
  return { types, values };
}

function isNamedType(
  statement: TypeScript.Statement,
): statement is TypeScript.InterfaceDeclaration | TypeScript.TypeAliasDeclaration {
  return ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement);
}

function namedValues(statement: TypeScript.Statement): string[] {
  if (ts.isFunctionDeclaration(statement)) return statement.name ? [statement.name.text] : [];
  if (!ts.isVariableStatement(statement)) return nestedVariables(statement);
  return statement.declarationList.declarations.flatMap((each) => declaredNames(each.name));
}

function typeParameters(
  { typeParameters: all }: TypeScript.InterfaceDeclaration | TypeScript.TypeAliasDeclaration,
  file: TypeScript.SourceFile,
): TypeParameters {
  if (!all?.length) return { declared: "", used: "" };
  const declared = all.map((each) => each.getText(file).replace(/\s+/g, " "));
  return { declared: `<${declared.join(", ")}>`, used: `<${all.map((each) => each.name.text).join(", ")}>` };
}
