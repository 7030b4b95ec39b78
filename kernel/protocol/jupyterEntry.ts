/**
 * The program that a kernelspec starts: a kernel that communicates over ZeroMQ. Its first argument is the path of the
 * connection file; `--type-errors warn` after it runs cells in spite of type errors.
 */
import { readFileSync } from "node:fs";
import { keepFromOthers } from "../files/ownersAlone.js";
import { runKernel } from "./kernelMain.js";
import { checkScheme } from "./transport/signature.js";
import type { JupyterConnection } from "./transport/transport.js";

const [file, ...settings] = process.argv.slice(2);
const ignoreTypeErrors = settings.join(" ") === "--type-errors warn";
if (!file) {
  console.error(
    "Jupyter starts this program, with a connection file. To make it known to Jupyter, run `aen jupyter install`.",
  );
  process.exit(2);
}
const wasKept = keepFromOthers(file);
if (wasKept !== "own")
  console.error(
    `Others could read the connection file ${file}, and with its key run code. ` +
      (wasKept === "closed" ? "Now only you can." : `They still can: its owner has to run chmod 600 on it.`),
  );
const connection = JSON.parse(readFileSync(file, "utf8")) as JupyterConnection;
try {
  checkScheme({ key: connection.key, scheme: connection.signature_scheme });
} catch (error) {
  console.error((error as Error).message);
  process.exit(2);
}
await runKernel({ kind: "zeromq", connection }, { cwd: process.cwd(), ignoreTypeErrors });
