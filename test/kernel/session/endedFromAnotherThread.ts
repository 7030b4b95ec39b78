import { parentPort } from "node:worker_threads";
import { CellTerminator } from "../../../kernel/session/cellTerminator.js";

/** Ends what the main thread computes each time it is told to, and says when it has connected. */
parentPort?.on("message", () => {
  new CellTerminator().begin();
});
