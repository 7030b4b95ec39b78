import type * as TypeScript from "typescript";
import type { ProgramHost } from "./programHost.js";
import { ts } from "./typescript.js";

/** Whether a function uses nothing from outside itself but what the language and packages declare, nor `this`. */
export function isClosed(
  declaration: TypeScript.SignatureDeclaration,
  checker: TypeScript.TypeChecker,
  host: ProgramHost,
): boolean {
  const isOfItself = (each: TypeScript.Declaration): boolean => {
    const file = each.getSourceFile();
    if (file.isDeclarationFile || host.isStable(file.fileName)) return true;
    const isInside = each.pos >= declaration.pos && each.end <= declaration.end;
    return file === declaration.getSourceFile() && isInside;
  };
  const visit = (node: TypeScript.Node): boolean => {
    if (ts.isTypeNode(node)) return true;
    if (node.kind === ts.SyntaxKind.ThisKeyword || node.kind === ts.SyntaxKind.SuperKeyword) return false;
    if (ts.isIdentifier(node) && !isMemberName(node)) {
      const found = checker.getSymbolAtLocation(node)?.declarations ?? [];
      if (!found.every(isOfItself)) return false;
    }
    return !ts.forEachChild(node, (child) => !visit(child));
  };
  const { body } = declaration as { readonly body?: TypeScript.Node };
  return body !== undefined && visit(body) && declaration.parameters.every(visit);
}

/** Whether an identifier names a member, as in `value.name` and `{ name: value }`. */
function isMemberName(node: TypeScript.Identifier): boolean {
  const { parent } = node;
  const isMember = ts.isPropertyAccessExpression(parent) || ts.isPropertyAssignment(parent);
  return isMember && parent.name === node;
}
