import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Context } from "mocha";
import { codeServer } from "./codeServer.js";
import { packagedExtension } from "./packagedExtension.js";
import { VsCode } from "./server.js";
import { missingBrowser, Workbench } from "./workbench.js";

/** Where tests leave pictures for people to look at. */
export const screenshots = fileURLToPath(new URL("../../dist/vscode-screenshots", import.meta.url));

/** A VS Code with the packaged extension installed, and the folder that is open in it. */
export interface OpenVsCode {
  readonly folder: string;
  readonly code: VsCode;
  readonly workbench: Workbench;
}

let opened: Promise<OpenVsCode> | undefined;

/**
 * The VS Code that all end-to-end tests use, which saves each of them its start. Skips the tests, with the reason,
 * where no browser or no code-server can be had.
 */
export async function openVsCode(context: Context): Promise<OpenVsCode> {
  context.timeout(900_000);
  const lacking = missingBrowser() ?? (await missingCodeServer());
  if (lacking) {
    console.warn(`      skipped: ${lacking}`);
    context.skip();
  }
  return (opened ??= open());
}

/** Why code-server is not there; undefined when it is. */
export async function missingCodeServer(): Promise<string | undefined> {
  try {
    await codeServer();
    return undefined;
  } catch (error) {
    return `code-server cannot be installed from npm: ${String(error).slice(0, 300)}`;
  }
}

async function open(): Promise<OpenVsCode> {
  const folder = mkdtempSync(path.join(tmpdir(), "aen-workspace-"));
  const vsix = await packagedExtension();
  const code = await VsCode.start({ vsix, workspace: folder, shutDownWhenUnused: true });
  process.once("exit", () => code.kill());
  const workbench = await Workbench.open(code.address);
  await workbench.paletteRow("AEN: New AEN Notebook");
  return { folder, code, workbench };
}

after(async () => {
  const { workbench, code, folder } = (await opened?.catch(() => undefined)) ?? {};
  await workbench?.close();
  await code?.stop();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

/** What a test that failed has seen is kept as a picture beside the other temporary files. */
afterEach(async function () {
  if (this.currentTest?.state !== "failed") return;
  const { workbench } = (await opened?.catch(() => undefined)) ?? {};
  const file = path.join(
    tmpdir(),
    `aen-vscode-${this.currentTest.title.replace(/\W+/g, "-").slice(0, 60)}.png`,
  );
  await workbench?.screenshot(file).then(
    () => console.warn(`      see ${file}`),
    () => {},
  );
});
