import type { Repair, WrittenCell } from "../../../kernel/exercises/repairs.js";
import type { CellModel, LessonNotebook } from "./labNotebook.js";

/**
 * Changes cells of a notebook. A cell whose type stays is rewritten in its place, so that it keeps the focus and Undo in
 * it brings its text back; cells that come or go are undone as cells.
 */
export function applyRepairs(notebook: LessonNotebook, repairs: readonly Repair[]): void {
  for (const repair of repairs) apply(notebook, repair);
}

function apply(notebook: LessonNotebook, { at, removed, cells }: Repair): void {
  const [first, ...more] = cells;
  const old = removed === 1 ? notebook.widgets[at].model : undefined;
  if (old && more.length === 0 && old.sharedModel.cell_type === first.cell_type) return rewrite(old, first);
  const { sharedModel } = notebook.model!;
  sharedModel.transact(() => {
    if (removed === 1) sharedModel.deleteCell(at);
    sharedModel.insertCells(at, cells.map(trusted));
  });
}

/** A text that has changed takes what the cell has shown with it. */
function rewrite(cell: CellModel, { source, metadata }: WrittenCell): void {
  const { sharedModel } = cell;
  // A student who resets right after writing gets the writing back by one Undo.
  sharedModel.undoManager?.stopCapturing();
  const isOver = (field: string) => !(field in metadata) && field !== "trusted";
  for (const field of Object.keys(sharedModel.getMetadata()).filter(isOver))
    sharedModel.deleteMetadata(field);
  sharedModel.setMetadata(metadata);
  if (sharedModel.getSource() !== source) sharedModel.setSource(source);
  cell.clearExecution?.();
}

/** What has no outputs yet needs no trust of its own. */
function trusted(cell: WrittenCell): WrittenCell {
  return cell.cell_type === "code" ? { ...cell, metadata: { ...cell.metadata, trusted: true } } : cell;
}
