import type * as TypeScript from "typescript";
import type { QuickFix } from "../../contracts/languageQuestions.js";
import { internals } from "./internals.js";
import { lineRange, type NotebookPlaces, type PlacedCell } from "./notebookPlaces.js";
import { ts } from "./typescript.js";

/** "Did you forget to use 'await'?" */
const forgotten = 2773;

/**
 * Puts `await` before what is a promise where an error asks for it. TypeScript's own remedy leaves out the top level,
 * where most of a notebook's code stands.
 */
export function awaitFixes(
  places: NotebookPlaces,
  cell: PlacedCell,
  { code, start = 0, length = 0, relatedInformation = [] }: TypeScript.Diagnostic,
): QuickFix[] {
  if (!relatedInformation.some((each) => each.code === forgotten)) return [];
  const checker = places.program.getTypeChecker();
  const of = lineRange(cell.source, start, length, cell.start);
  return promisesIn(checker, spanned(cell.source, start, length))
    .filter(isAwaitable)
    .map((node) => {
      const was = node.getText(cell.source);
      const text = ts.isPropertyAccessExpression(node.parent) ? `(await ${was})` : `await ${was}`;
      const place = lineRange(cell.source, node.getStart(cell.source), was.length, cell.start);
      const changes = [{ ...place, cell: cell.index, was, text }];
      return { kind: "await", name: was, code, of, changes } as const;
    });
}

/** The node that a piece of text is. */
function spanned(file: TypeScript.SourceFile, start: number, length: number): TypeScript.Node {
  let node = internals.getTouchingPropertyName(file, start);
  while (node.getEnd() < start + length && node.parent) node = node.parent;
  return node;
}

/** The promises that an error is about: the operands of an operator, what has the property, or the whole. */
function promisesIn(checker: TypeScript.TypeChecker, node: TypeScript.Node): TypeScript.Node[] {
  const { parent } = node;
  const about = ts.isBinaryExpression(node)
    ? [node.left, node.right]
    : [parent && ts.isPropertyAccessExpression(parent) && parent.name === node ? parent.expression : node];
  return about.filter((each) => {
    const type = checker.getTypeAtLocation(each);
    const awaited = checker.getAwaitedType(type);
    return awaited !== undefined && awaited !== type;
  });
}

/** Whether `await` may stand there: at the top level, or in an async function. */
function isAwaitable(node: TypeScript.Node): boolean {
  const around = ts.findAncestor(node, ts.isFunctionLike);
  const modifiers = around && ts.canHaveModifiers(around) ? ts.getModifiers(around) : [];
  return !around || modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword) === true;
}
