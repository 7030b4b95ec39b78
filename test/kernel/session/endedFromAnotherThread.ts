import { parentPort, workerData } from "node:worker_threads";
import { CellTerminator } from "../../../kernel/session/cellTerminator.js";

/**
 * First 1 once the main thread has seen the stop, then the number of times that this was asked: once at each pause. Absent
 * where the main thread never sees it.
 */
const { seen } = workerData as { seen?: Int32Array };

function isSeen(): boolean {
  if (!seen) return false;
  Atomics.add(seen, 1, 1);
  return Atomics.load(seen, 0) === 1;
}

/** Ends what the main thread computes each time it is told to. */
parentPort?.on("message", () => {
  new CellTerminator(isSeen).begin();
});
