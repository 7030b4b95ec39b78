/**
 * A real VS Code in the browser, with the extension installed and the quickstart open, for people without a
 * desktop VS Code: `npm run vscode`. It listens on 127.0.0.1 alone and asks for the token in its address.
 */
import { copyFileSync, existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { packagedExtension } from "./packagedExtension.js";
import { VsCode } from "./server.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const { values } = parseArgs({ options: { port: { type: "string" }, folder: { type: "string" } } });
const workspace = path.resolve(values.folder ?? path.join(root, "notebooks", "out", "vscode"));
mkdirSync(workspace, { recursive: true });
const quickstart = path.join(workspace, "quickstart.ipynb");
const original = path.join(root, "notebooks", "quickstart.ipynb");
if (!existsSync(quickstart) && existsSync(original)) copyFileSync(original, quickstart);

const interruption = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => interruption.abort());

console.error(
  "Packaging the extension and starting VS Code (the first time, about 700 MB come from npm) ...",
);
try {
  const code = await VsCode.start({
    vsix: await packagedExtension(),
    workspace,
    port: values.port === undefined ? undefined : Number(values.port),
    signal: interruption.signal,
  });
  const open = `&payload=${encodeURIComponent(JSON.stringify([["openFile", `vscode-remote://${new URL(code.address).host}${quickstart}`]]))}`;
  console.log(code.address + open);
  console.error("Open this address in a browser of this machine. Ctrl+C ends it.");
  await aborted(interruption.signal);
  await code.stop();
} catch (error) {
  if (!interruption.signal.aborted) throw error;
}
process.exit(0);

/** Resolves once the signal is aborted; the server's pipes keep this process alive until then. */
function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
