import { readRegularFile } from "../files/readRegularFile.js";
import { writeAtomically } from "../files/writeAtomically.js";
import { withValidIds } from "./cellIds.js";

/** Text as nbformat stores it: one string, or its lines with their line endings. */
export type MultilineText = string | string[];

/** One output of a cell (nbformat 4.5). */
export type NotebookOutput =
  | { output_type: "stream"; name: "stdout" | "stderr"; text: MultilineText }
  | { output_type: "display_data"; data: Record<string, unknown>; metadata: Record<string, unknown> }
  | {
      output_type: "execute_result";
      data: Record<string, unknown>;
      metadata: Record<string, unknown>;
      execution_count: number | null;
    }
  | { output_type: "error"; ename: string; evalue: string; traceback: string[] };

/** One cell (nbformat 4.5); only code cells have outputs. */
export interface NotebookCell {
  id: string;
  cell_type: "code" | "markdown" | "raw";
  source: MultilineText;
  metadata: { tags?: string[]; [key: string]: unknown };
  outputs?: NotebookOutput[];
  execution_count?: number | null;
  attachments?: Record<string, unknown>;
}

/** A notebook as stored in an .ipynb file (nbformat 4.5). */
export interface Notebook {
  nbformat: number;
  nbformat_minor: number;
  metadata: Record<string, unknown>;
  cells: NotebookCell[];
}

/** A notebook that cannot be read; the message names the file and says what was expected. */
export class NotebookFileError extends Error {
  override readonly name = "NotebookFileError";
}

/** Joins the lines of nbformat's multi-line text. */
export function wholeText(text: MultilineText): string {
  return Array.isArray(text) ? text.join("") : text;
}

/**
 * Reads an .ipynb file in nbformat 4 and upgrades it to 4.5 (every cell gets a valid id).
 * @throws NotebookFileError when the file is missing, not JSON, or in another format
 */
export async function readNotebook(file: string): Promise<Notebook> {
  const bytes = await readRegularFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new NotebookFileError(unreadable(file, error));
  });
  const parsed = parseNotebook(String(bytes).replace(/^\uFEFF/, ""), file);
  if (parsed.nbformat !== 4 || !Array.isArray(parsed.cells)) {
    const says =
      parsed.nbformat === undefined ? "no nbformat" : `nbformat ${JSON.stringify(parsed.nbformat)}`;
    throw new NotebookFileError(
      `${file} is not a notebook of nbformat 4 (it says ${says}). Open and save it in a current Jupyter or VS Code to convert it.`,
    );
  }
  const damaged = parsed.cells.findIndex((cell: unknown) => typeof cell !== "object" || cell === null);
  if (damaged >= 0)
    throw new NotebookFileError(`${file} is damaged: entry ${damaged + 1} of its cells is not a cell.`);
  const cells = withValidIds(parsed.cells);
  const minor: unknown = parsed.nbformat_minor;
  return { ...parsed, nbformat_minor: typeof minor === "number" ? Math.max(5, minor) : 5, cells };
}

/** Writes a notebook atomically, with valid cell ids. */
export async function writeNotebook(file: string, notebook: Notebook): Promise<void> {
  const valid = { ...notebook, cells: withValidIds(notebook.cells) };
  writeAtomically(file, `${JSON.stringify(valid, null, 1)}\n`);
}

function parseNotebook(text: string, file: string): Notebook {
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed === "object" && parsed !== null) return parsed as Notebook;
  } catch {
    // reported below, with the file's name
  }
  throw new NotebookFileError(`${file} is not a notebook: it is not JSON. Expected an .ipynb file.`);
}

function unreadable(file: string, error: NodeJS.ErrnoException): string {
  if (error.code === "ENOENT") return `${file} does not exist. Expected the path of an .ipynb file.`;
  if (error.code === "EISDIR") return `${file} is a folder. Expected the path of an .ipynb file.`;
  return `${file} cannot be read: ${error.message}`;
}
