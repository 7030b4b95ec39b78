import type * as TypeScript from "typescript";
import { declaredNames } from "./topLevel.js";
import { ts } from "./typescript.js";

/**
 * What a file adds to the declarations of others with `declare global` and `declare module "…"`: the module, the name and,
 * of an interface, the member, as in `global Array.last`.
 */
export function augmentations(file: TypeScript.SourceFile): ReadonlySet<string> {
  const added = file.statements.flatMap((statement) => {
    if (!ts.isModuleDeclaration(statement) || !isOfOthers(statement)) return [];
    const { name, body } = statement;
    const declared =
      body && ts.isModuleBlock(body) ? body.statements.flatMap((each) => addedBy(each, file)) : [];
    return declared.map((each) => `${name.text} ${each}`);
  });
  return new Set(added);
}

function isOfOthers({ name, flags }: TypeScript.ModuleDeclaration): boolean {
  return ts.isStringLiteral(name) || (flags & ts.NodeFlags.GlobalAugmentation) !== 0;
}

function addedBy(statement: TypeScript.Statement, file: TypeScript.SourceFile): string[] {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.flatMap(({ name }) => declaredNames(name));
  if (ts.isInterfaceDeclaration(statement))
    return statement.members.map(({ name }) => `${statement.name.text}.${name?.getText(file) ?? ""}`);
  const { name } = statement as { readonly name?: TypeScript.Node };
  return name && ts.isIdentifier(name) ? [name.text] : [];
}
