import { sha256 } from "../files/sha256.js";
import { type Notebook, type NotebookCell, type NotebookOutput, wholeText } from "./notebookFile.js";

/** What `aen run` notes in the metadata of a cell that has succeeded, under `aen_run`; both are fingerprints. */
interface RanCell {
  /** Of its text, of the cells that it needs and of the files that they import. */
  readonly inputs: string;
  /** Of the outputs that it had: other ones are of another run. */
  readonly outputs: string;
}

/** Sixteen hexadecimal digits that differ for different texts. */
export function fingerprint(...texts: readonly string[]): string {
  return sha256(JSON.stringify(texts)).slice(0, 16);
}

/**
 * A copy of a notebook whose cells say with which inputs they have run. Cells that have not run, or have failed, say
 * nothing.
 *
 * @param inputs the fingerprint of the inputs of each code cell, by its id
 */
export function withRanCells(notebook: Notebook, inputs: ReadonlyMap<string, string>): Notebook {
  return { ...notebook, cells: notebook.cells.map((cell) => withRan(cell, inputs.get(cell.id))) };
}

function withRan(cell: NotebookCell, inputs: string | undefined): NotebookCell {
  const { aen_run: _, ...metadata } = cell.metadata;
  if (inputs === undefined || !hasSucceeded(cell)) return { ...cell, metadata };
  const ran: RanCell = { inputs, outputs: outputsOf(cell) };
  return { ...cell, metadata: { ...metadata, aen_run: ran } };
}

function hasSucceeded({ execution_count, outputs = [] }: NotebookCell): boolean {
  return typeof execution_count === "number" && outputs.every(({ output_type }) => output_type !== "error");
}

/** The fingerprint of the inputs whose outputs a saved cell shows; undefined where that is not known. */
export function ranWith(cell: NotebookCell): string | undefined {
  const ran = cell.metadata.aen_run as Partial<RanCell> | undefined;
  const isOwn = hasSucceeded(cell) && ran?.outputs === outputsOf(cell);
  return isOwn && typeof ran?.inputs === "string" ? ran.inputs : undefined;
}

/** The fingerprint of outputs, however an editor orders the keys and splits the texts when it saves them. */
function outputsOf({ outputs = [] }: NotebookCell): string {
  return fingerprint(...outputs.map((output) => JSON.stringify(plainOutput(output))));
}

function plainOutput(output: NotebookOutput): unknown {
  const { execution_count: _, ...rest } = output as NotebookOutput & { readonly execution_count?: unknown };
  return ordered(rest);
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value))
    return value.every((line) => typeof line === "string")
      ? wholeText(value as string[]).trimEnd()
      : value.map(ordered);
  if (typeof value === "string") return value.trimEnd();
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
  return Object.fromEntries(entries.map(([key, part]) => [key, ordered(part)]));
}
