/** A file as the debug adapter protocol names it. */
interface Source {
  path?: string;
  name?: string;
  sourceReference?: number;
}

/** The same cell under the address that VS Code opens, and the path by which the debugger knows it. */
export interface DebuggedCell {
  readonly address: string;
  readonly file: string;
  /** As shown in a stack. */
  readonly name: string;
}

/** How deep in a message sources lie: `body.stackFrames[0].source`. */
const deepest = 5;

/** Names the cells in a message to the debugger by their files. The message is changed in place. */
export function namedForDebugger(message: unknown, cells: readonly DebuggedCell[]): void {
  eachSource(message, (source) => {
    const cell = cells.find(({ address }) => address === source.path);
    if (cell) source.path = cell.file;
  });
}

/** Names the cells in a message of the debugger by their addresses. The message is changed in place. */
export function namedForEditor(message: unknown, cells: readonly DebuggedCell[]): void {
  eachSource(message, (source) => {
    const cell = cells.find(({ file }) => isSameFile(file, source.path));
    if (cell) Object.assign(source, { path: cell.address, name: cell.name, sourceReference: 0 });
  });
}

/** The debugger writes paths as the system does: `c:\notebooks\x.ipynb\cell-W0.ts`. */
function isSameFile(file: string, other: string | undefined): boolean {
  if (other === undefined) return false;
  if (file === other) return true;
  return /^[A-Za-z]:/.test(file) && file.toLowerCase() === other.replaceAll("\\", "/").toLowerCase();
}

function eachSource(value: unknown, visit: (source: Source) => void, depth = 0): void {
  if (typeof value !== "object" || value === null || depth > deepest) return;
  for (const [key, each] of Object.entries(value)) {
    if (key === "source" && typeof each === "object" && each !== null) visit(each as Source);
    else eachSource(each, visit, depth + 1);
  }
}
