import { parentPort, workerData } from "node:worker_threads";
import { CellTerminator } from "../../../kernel/session/cellTerminator.js";

/** 1 once the main thread has seen the stop; absent where it never does. */
const { seen } = workerData as { seen?: Int32Array };

/** Ends what the main thread computes each time it is told to. */
parentPort?.on("message", () => {
  new CellTerminator(() => seen?.[0] === 1).begin();
});
