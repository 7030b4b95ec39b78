import ts from "typescript";
import { type Notebook, type NotebookCell, wholeText } from "./notebookFile.js";

/** A value given as `-p name=value`. */
export type ParameterValue = string | number | boolean | null;

/** A parameter that cannot be set; the message names it and lists the existing ones. */
export class ParameterError extends Error {
  override readonly name = "ParameterError";
}

/**
 * Parses `name=value` as papermill does: numbers, `true`, `false` and `null` (also `None`) become values, everything
 * else is text.
 * @throws ParameterError if `=` is missing or the name is not an identifier
 */
export function parseParameter(text: string): [name: string, value: ParameterValue] {
  const match = /^([\p{ID_Start}$_][\p{ID_Continue}$]*)=(.*)$/su.exec(text);
  if (!match) throw new ParameterError(`-p ${text}: expected name=value, e.g. -p epochs=20.`);
  return [match[1], parseValue(match[2])];
}

function parseValue(text: string): ParameterValue {
  if (/^(true|false)$/i.test(text)) return text.toLowerCase() === "true";
  if (/^(null|none)$/i.test(text)) return null;
  if (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)) return Number(text);
  return text;
}

/**
 * A copy of the notebook with a cell tagged `injected-parameters` after its cell tagged `parameters`, as papermill
 * does; an earlier injected cell is replaced. The cell contains assignments, so a value of the wrong type is an error
 * in the cell.
 * @throws ParameterError when no cell is tagged `parameters` or a name is not declared there with `let`
 */
export function withParameters(
  notebook: Notebook,
  parameters: Readonly<Record<string, ParameterValue>>,
): Notebook {
  if (Object.keys(parameters).length === 0) return notebook;
  const kept = notebook.cells.filter((cell) => !hasTag(cell, "injected-parameters"));
  const at = kept.findIndex((cell) => cell.cell_type === "code" && hasTag(cell, "parameters"));
  if (at < 0)
    throw new ParameterError(
      "No code cell of this notebook is tagged `parameters`, so -p has nothing to set.",
    );
  checkNames(Object.keys(parameters), declaredNames(wholeText(kept[at].source)));
  return { ...notebook, cells: kept.toSpliced(at + 1, 0, injectedCell(parameters)) };
}

function hasTag(cell: NotebookCell, tag: string): boolean {
  return cell.metadata.tags?.includes(tag) ?? false;
}

function injectedCell(parameters: Readonly<Record<string, ParameterValue>>): NotebookCell {
  const lines = Object.entries(parameters).map(([name, value]) => `${name} = ${JSON.stringify(value)};`);
  return {
    id: "injected-parameters",
    cell_type: "code",
    metadata: { tags: ["injected-parameters"] },
    source: ["// Parameters", ...lines].join("\n"),
    outputs: [],
    execution_count: null,
  };
}

function checkNames(names: readonly string[], declared: ReadonlyMap<string, "let" | "const">): void {
  for (const name of names) {
    if (!declared.has(name)) {
      const known = [...declared].flatMap(([other, kind]) => (kind === "let" ? [other] : []));
      throw new ParameterError(
        `-p ${name}: there is no such parameter. This notebook has ${known.join(", ") || "none"}.`,
      );
    }
    if (declared.get(name) === "const") {
      throw new ParameterError(
        `-p ${name}: it is declared with const. Declare it with let in the cell tagged \`parameters\`.`,
      );
    }
  }
}

function declaredNames(source: string): Map<string, "let" | "const"> {
  const file = ts.createSourceFile("parameters.ts", source, ts.ScriptTarget.Latest);
  const names = new Map<string, "let" | "const">();
  for (const statement of file.statements.filter(ts.isVariableStatement)) {
    const kind = statement.declarationList.flags & ts.NodeFlags.Const ? "const" : "let";
    for (const { name } of statement.declarationList.declarations) {
      if (ts.isIdentifier(name)) names.set(name.text, kind);
    }
  }
  return names;
}
