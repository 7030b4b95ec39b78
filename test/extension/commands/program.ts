import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { temporaryFolder } from "../../temporaryFolder.js";

/** A folder like the extension's, in which `aen` is the script given; see runCli. */
export function extensionWith(script: string): string {
  const folder = temporaryFolder();
  const kernel = path.join(folder, "dist", "kernel");
  before(() => {
    mkdirSync(kernel, { recursive: true });
    writeFileSync(path.join(kernel, "cli.js"), script);
  });
  return folder;
}
