/**
 * The program that a kernelspec starts: a kernel that talks over ZeroMQ. Its only argument is the path of the
 * connection file.
 */
import { readFileSync } from "node:fs";
import { runKernel } from "./kernelMain.js";
import type { JupyterConnection } from "./transport/transport.js";

const file = process.argv[2];
if (!file) {
  console.error("A Jupyter kernel is started by Jupyter, with a connection file: see `aen jupyter install`.");
  process.exit(2);
}
const connection = JSON.parse(readFileSync(file, "utf8")) as JupyterConnection;
await runKernel({ kind: "zeromq", connection }, { cwd: process.cwd() });
