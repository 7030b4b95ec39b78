import { execFileSync } from "node:child_process";
import path from "node:path";
import { temporaryFolder } from "../../temporaryFolder.js";
import { pythonWithPackages } from "../pythonPackages.js";
import { LabServer } from "./labServer.js";

let started: Promise<LabServer> | undefined;

/** The one server of all tests that need JupyterLab; tests are left out, saying why, where there is none. */
export function labServer(context: Mocha.Context): Promise<LabServer> {
  const python = path.dirname(pythonWithPackages(context));
  return (started ??= start(python));
}

// Kernels write until they have ended, so the server ends before its folder goes.
after(async () => (await started)?.stop());
const place = temporaryFolder();

async function start(python: string): Promise<LabServer> {
  execFileSync(process.execPath, ["esbuild.config.js", "--if-stale", "--no-types"]);
  const server = new LabServer(python, place);
  await server.start();
  return server;
}
