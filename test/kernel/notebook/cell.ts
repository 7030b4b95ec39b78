import type { Notebook, NotebookCell } from "../../../kernel/notebook/notebookFile.js";

/** A code cell as an editor saves it. */
export function codeCell(source: string, tags?: string[]): NotebookCell {
  return {
    id: Math.random().toString(16).slice(2, 10),
    cell_type: "code",
    source,
    metadata: tags ? { tags } : {},
    outputs: [],
    execution_count: null,
  };
}

/** A notebook of some cells. */
export function notebookOf(...cells: NotebookCell[]): Notebook {
  return { nbformat: 4, nbformat_minor: 5, metadata: {}, cells };
}
