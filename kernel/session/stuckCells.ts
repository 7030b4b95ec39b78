import type { CellExecution } from "./cellExecution.js";
import { nodeTimers } from "./stoppableTimers.js";
import { hasUnreferencedTimers } from "./unreferencedTimers.js";

/** Thrown into a cell that waits for something that cannot come. */
export class NeverEnds extends Error {
  override readonly name = "NeverEnds";
  constructor() {
    super(
      "The cell waits for something that cannot come: no timer, file, connection, program or thread is left that could " +
        "bring it, and no input.",
    );
  }
}

/** Milliseconds between looks at a process that nothing keeps alive. */
const between = 100;
/** Looks at which nothing keeps the process alive before the cell counts as stuck: what is unreferenced may still act. */
const enough = 20;

/**
 * Ends a cell that nothing can bring to an end: nothing in the process could settle what it awaits. For kernels with
 * nobody to stop a cell. The process must otherwise be free to end, and is kept alive here.
 *
 * @returns a function that undoes this
 */
export function endStuckCells(running: () => CellExecution | undefined): () => void {
  let [watched, looks, last] = [undefined as CellExecution | undefined, 0, 0];
  const look = () => {
    nodeTimers.setTimeout(() => {}, between);
    const [cell, now] = [running(), performance.now()];
    const goesOn = cell === watched && now - last < 3 * between;
    [watched, last] = [cell, now];
    looks = !cell || cell.isAsking || hasUnreferencedTimers() || !goesOn ? 0 : looks + 1;
    if (looks < enough) return;
    looks = 0;
    cell!.stop(new NeverEnds());
  };
  process.on("beforeExit", look);
  return () => void process.off("beforeExit", look);
}
