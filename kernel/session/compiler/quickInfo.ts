import type * as TypeScript from "typescript";
import { internals, type CellChecker } from "./internals.js";
import { ts } from "./typescript.js";
import { valuePath, type ValuePath } from "./valuePath.js";

/** Information about the name at a position; `start` and `end` are offsets into the file. */
export interface QuickInfo {
  readonly start: number;
  readonly end: number;
  readonly displayParts: TypeScript.SymbolDisplayPart[];
  readonly documentation?: TypeScript.SymbolDisplayPart[];
  readonly tags?: TypeScript.JSDocTagInfo[];
  /** A member of whose existence nothing is known but at run time, and whether the value that has it exists. */
  readonly untyped?: { readonly path: ValuePath; readonly isKnown: boolean };
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
  if (!symbol || checker.isUnknownSymbol(symbol)) return untyped(checker, node, place);
  const shown = internals.SymbolDisplay.getSymbolDisplayPartsDocumentationAndSymbolKind(
    checker,
    symbol,
    file,
    internals.getContainerNode(node),
    node,
  );
  const { documentation, tags } = shown;
  return documentation.length > 0
    ? { ...place, ...shown }
    : { ...place, ...shown, ...ofEarlierCell(checker, symbol, tags) };
}

/** A name without a declaration: `this` and the like, or a member of a value of type `any`. Others do not exist. */
function untyped(
  checker: CellChecker,
  node: TypeScript.Node,
  place: { start: number; end: number },
): QuickInfo | undefined {
  if (!hasType(node)) return undefined;
  const type = checker.getTypeAtLocation(node);
  const displayParts = internals.typeToDisplayParts(checker, type, internals.getContainerNode(node));
  if (!ts.isIdentifier(node)) return { ...place, displayParts };
  const { parent } = node;
  if (!ts.isPropertyAccessExpression(parent) || parent.name !== node) return undefined;
  const of = checker.getTypeAtLocation(parent.expression);
  if (!(of.flags & ts.TypeFlags.Any)) return undefined;
  const [path, isKnown] = [valuePath(parent, checker), !isError(of)];
  return path || isKnown ? { ...place, displayParts, untyped: { path: path ?? [], isKnown } } : undefined;
}

/** Whether an expression has no type because it names nothing, or something in a module without types. */
function isError(type: TypeScript.Type): boolean {
  return (type as { intrinsicName?: string }).intrinsicName === "error";
}

/** The documentation of a variable of an earlier cell, which is declared anew as `declare let x: typeof import(…).x`. */
function ofEarlierCell(
  checker: CellChecker,
  { valueDeclaration: declared }: TypeScript.Symbol,
  tags: TypeScript.JSDocTagInfo[] | undefined,
): Pick<QuickInfo, "documentation" | "tags"> {
  const type = declared && ts.isVariableDeclaration(declared) ? declared.type : undefined;
  if (!type || !ts.isImportTypeNode(type) || !type.qualifier) return { tags };
  const exported = checker.getSymbolAtLocation(type.qualifier);
  const isAlias = exported && exported.flags & ts.SymbolFlags.Alias;
  const original = isAlias ? checker.getAliasedSymbol(exported) : exported;
  return {
    documentation: original?.getDocumentationComment(checker) ?? [],
    tags: original?.getJsDocTags(checker) ?? tags,
  };
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
