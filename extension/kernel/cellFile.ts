/** The parts of a cell's address. */
export interface CellAddress {
  readonly path: string;
  /** `W0sZmlsZQ==`: the cell's number in its notebook, then the notebook's scheme. */
  readonly fragment: string;
}

/**
 * The path by which a debugger knows a cell: in the notebook as if that were a folder, so that no file can be there. It
 * stays the same when the cell is changed, moved or run again, and whatever scheme the notebook has on this side of a
 * remote connection.
 */
export function cellFile({ path, fragment }: CellAddress): string {
  const number = fragment.split("s")[0];
  // `/c:/notebooks/x.ipynb` on Windows
  const notebook = path.replace(/^\/(?=[A-Za-z]:)/, "").replace(/^(?![A-Za-z]:|\/)/, "/");
  return `${notebook}/cell-${number}.ts`;
}
