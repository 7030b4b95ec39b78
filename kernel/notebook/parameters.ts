import type { CellDiagnostic } from "../contracts/cellDiagnostic.js";
import { type Notebook, type NotebookCell, wholeText } from "./notebookFile.js";
import { type DeclaredParameter, declaredParameters } from "./parameterTypes.js";
import {
  checkParameter,
  ParameterError,
  parameterLiteral,
  type ParameterValue,
  readParameter,
} from "./parameterValues.js";

/** What a parameter is set to: a text of the command line, or a value of a file. */
export type GivenParameter =
  { readonly text: string } | { readonly value: ParameterValue; readonly file: string };

/**
 * Parses `name=value`; what the value stands for depends on the notebook.
 * @throws ParameterError if `=` is missing or the name is not an identifier
 */
export function parseParameter(text: string): [name: string, given: GivenParameter] {
  const match = /^([\p{ID_Start}$_][\p{ID_Continue}$]*)=(.*)$/su.exec(text);
  if (!match) throw new ParameterError(`-p ${text}: expected name=value, e.g. -p epochs=20.`);
  return [match[1], { text: match[2] }];
}

/**
 * A copy of the notebook with a cell tagged `injected-parameters` after its cell tagged `parameters`, as papermill
 * does; an earlier injected cell is replaced. The cell contains assignments, which print nothing.
 * @throws ParameterError when no cell is tagged `parameters`, a name is not declared there with `let`, or a value is not
 *   what is declared
 */
export function withParameters(
  notebook: Notebook,
  given: Readonly<Record<string, GivenParameter>>,
): Notebook {
  if (Object.keys(given).length === 0) return notebook;
  const kept = notebook.cells.filter((cell) => !hasTag(cell, "injected-parameters"));
  const at = kept.findIndex((cell) => cell.cell_type === "code" && hasTag(cell, "parameters"));
  if (at < 0)
    throw new ParameterError(
      "No code cell of this notebook is tagged `parameters`, so there is nothing to set.",
    );
  const declared = declaredParameters(wholeText(kept[at].source));
  const lines = Object.entries(given).map(([name, each]) => assignment(name, each, declared));
  return { ...notebook, cells: kept.toSpliced(at + 1, 0, injectedCell(lines)) };
}

/**
 * Lets TypeScript check the assignments of a notebook from {@link withParameters}, before any cell runs.
 *
 * @param diagnose the errors in a cell that has not run
 * @throws ParameterError with what TypeScript says of the first value that does not fit
 */
export async function checkParameters(
  { cells }: Notebook,
  diagnose: (code: string) => Promise<readonly CellDiagnostic[]>,
): Promise<void> {
  const at = cells.findIndex((cell) => hasTag(cell, "injected-parameters"));
  if (at < 1) return;
  const [before, injected] = cells.slice(at - 1, at + 1).map(({ source }) => `${wholeText(source)}\n`);
  const linesBefore = before.split("\n").length - 1;
  const diagnostics = await diagnose(before + injected);
  const fault = diagnostics.find(({ severity, start }) => severity === "error" && start.line > linesBefore);
  if (!fault) return;
  const [name] = injected.split("\n")[fault.start.line - linesBefore - 1].trim().split(" ");
  throw new ParameterError(`-p ${name}: ${fault.message}`);
}

function hasTag(cell: NotebookCell, tag: string): boolean {
  return cell.metadata.tags?.includes(tag) ?? false;
}

function assignment(
  name: string,
  given: GivenParameter,
  declared: ReadonlyMap<string, DeclaredParameter>,
): string {
  const where = "text" in given ? `-p ${name}=${given.text}` : `${name} in ${given.file}`;
  const named = "text" in given ? `-p ${name}` : where;
  const parameter = declared.get(name);
  if (!parameter) {
    const known = [...declared].flatMap(([other, { keyword }]) => (keyword === "let" ? [other] : []));
    throw new ParameterError(
      `${named}: there is no such parameter. This notebook has ${known.join(", ") || "none"}.`,
    );
  }
  if (parameter.keyword === "const")
    throw new ParameterError(
      `${named}: it is declared with const. Declare it with let in the cell tagged \`parameters\`.`,
    );
  const value =
    "text" in given
      ? readParameter(given.text, parameter, where)
      : checkParameter(given.value, parameter, where);
  return `${name} = ${parameterLiteral(value)};`;
}

/** The assignments stand in a block, because a cell shows the value of a last expression. */
function injectedCell(lines: readonly string[]): NotebookCell {
  return {
    id: "injected-parameters",
    cell_type: "code",
    metadata: { tags: ["injected-parameters"] },
    source: ["// Parameters", "{", ...lines.map((line) => `  ${line}`), "}"].join("\n"),
    outputs: [],
    execution_count: null,
  };
}
