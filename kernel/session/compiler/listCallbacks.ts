import type * as TypeScript from "typescript";
import { ts } from "./typescript.js";

/** Methods of lists that call a function for elements, and which of its parameters elements are. */
const callbacks = new Map<string, readonly number[]>([
  ...[
    "map",
    "flatMap",
    "filter",
    "forEach",
    "some",
    "every",
    "find",
    "findIndex",
    "findLast",
    "findLastIndex",
  ].map((method) => [method, [0]] as const),
  ...["sort", "toSorted"].map((method) => [method, [0, 1]] as const),
  ...["reduce", "reduceRight"].map((method) => [method, [1]] as const),
]);

/** The list whose elements a parameter stands for: `rows` for `row` in `rows.map((row) => …)`. */
export function listOfCallback(
  parameter: TypeScript.ParameterDeclaration,
): TypeScript.Expression | undefined {
  const { parent: callback } = parameter;
  const call = callback.parent;
  if (!ts.isCallExpression(call) || call.arguments[0] !== callback) return undefined;
  if (!ts.isPropertyAccessExpression(call.expression)) return undefined;
  const elements = callbacks.get(call.expression.name.text);
  return elements?.includes(callback.parameters.indexOf(parameter)) ? call.expression.expression : undefined;
}
