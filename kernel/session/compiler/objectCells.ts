import type { ForeignLine } from "./otherLanguages.js";
import { parsedCell } from "./parsedCell.js";
import { ts } from "./typescript.js";

/** The first line of a cell that would be an object, if the language did not read it as a block. */
export function objectLine(code: string): ForeignLine | undefined {
  if (!/^\s*\{[^]*\}\s*$/.test(code)) return undefined;
  const { file, mistakes } = parsedCell(`(${code}\n)`);
  const [only, ...others] = file.statements;
  if (mistakes.length + others.length > 0 || !ts.isExpressionStatement(only)) return undefined;
  const { expression } = only;
  if (!ts.isParenthesizedExpression(expression) || !ts.isObjectLiteralExpression(expression.expression))
    return undefined;
  const advice =
    "Braces at the start of a statement are a block. To show an object, put it in parentheses: ({ … }).";
  return { line: code.split("\n").findIndex((each) => each.trim() !== ""), advice };
}
