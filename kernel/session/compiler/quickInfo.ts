import type * as TypeScript from "typescript";
import { internals, type CellChecker } from "./internals.js";
import { ts } from "./typescript.js";

/** Information about the name at a position; `start` and `end` are offsets into the file. */
export interface QuickInfo {
  readonly start: number;
  readonly end: number;
  readonly displayParts: TypeScript.SymbolDisplayPart[];
  readonly documentation?: TypeScript.SymbolDisplayPart[];
  readonly tags?: TypeScript.JSDocTagInfo[];
}

/** Describes the name at a position, as TypeScript's language service does. */
export function quickInfo(
  checker: CellChecker,
  file: TypeScript.SourceFile,
  position: number,
): QuickInfo | undefined {
  const touching = internals.getTouchingPropertyName(file, position);
  if (touching === file) return undefined;
  const node = meant(touching);
  const place = { start: node.getStart(file), end: node.getEnd() };
  const symbol = symbolAt(checker, node);
  if (!symbol || checker.isUnknownSymbol(symbol)) {
    if (!hasType(node)) return undefined;
    const type = checker.getTypeAtLocation(node);
    return {
      ...place,
      displayParts: internals.typeToDisplayParts(checker, type, internals.getContainerNode(node)),
    };
  }
  const shown = internals.SymbolDisplay.getSymbolDisplayPartsDocumentationAndSymbolKind(
    checker,
    symbol,
    file,
    internals.getContainerNode(node),
    node,
  );
  return { ...place, ...shown };
}

/** The node to look up: `Name` for `new Name()`, the whole of `import.meta`. */
function meant(node: TypeScript.Node): TypeScript.Node {
  if (ts.isNewExpression(node.parent) && node.pos === node.parent.pos) return node.parent.expression;
  if (ts.isMetaProperty(node.parent) && node.parent.name === node) return node.parent;
  return node;
}

/** The symbol of a name; for a property in an object literal, the property that its type declares. */
function symbolAt(checker: CellChecker, node: TypeScript.Node): TypeScript.Symbol | undefined {
  const element = internals.getContainingObjectLiteralElement(node);
  const literal = element?.parent;
  const type =
    literal && ts.isObjectLiteralExpression(literal) ? checker.getContextualType(literal) : undefined;
  const declared =
    element && type && internals.getPropertySymbolsFromContextualType(element, checker, type, false);
  return declared?.length === 1 ? declared[0] : checker.getSymbolAtLocation(node);
}

function hasType(node: TypeScript.Node): boolean {
  return (
    ts.isIdentifier(node) ||
    ts.isPropertyAccessExpression(node) ||
    ts.isMetaProperty(node) ||
    node.kind === ts.SyntaxKind.ThisKeyword ||
    node.kind === ts.SyntaxKind.SuperKeyword
  );
}
