import type * as vscode from "vscode";
import { releaseLesson } from "../../../kernel/course/releaseLesson.js";
import { sourceOf } from "../../../kernel/exercises/exerciseCell.js";
import type { NotebookCell } from "../../../kernel/notebook/notebookFile.js";
import { smallLesson } from "../../kernel/course/cells.js";

/** A text, an answer, its check and a free answer, as students get them; the solution is shown. */
export const released = releaseLesson(smallLesson, "lesson.ipynb", ["check"]);

/** An output as VS Code has it. */
export function output(mime: string, value: unknown): unknown {
  return { items: [{ mime, data: new TextEncoder().encode(JSON.stringify(value)) }] };
}

/** A notebook with these cells, as VS Code has it open. @param outputs of each cell, by grade_id */
export function lessonDocument(
  cells: readonly NotebookCell[] = released.cells,
  outputs: Readonly<Record<string, unknown[]>> = {},
  metadata: object = released.metadata,
): vscode.NotebookDocument {
  const all: unknown[] = [];
  const notebook = {
    ...{ uri: "lesson", metadata: { metadata }, getCells: () => all, cellAt: (at: number) => all[at] },
    get cellCount() {
      return all.length;
    },
  };
  cells.forEach((cell, index) => {
    const shown = outputs[cell.id] ?? [];
    all.push({
      ...{ index, notebook, kind: cell.cell_type === "markdown" ? 1 : 2, outputs: shown },
      document: { getText: () => sourceOf(cell), languageId: "typescript" },
      metadata: { id: cell.id, metadata: cell.metadata },
      executionSummary: shown.length > 0 ? { executionOrder: 1 } : undefined,
    });
  });
  return notebook as never;
}
