import { chmodSync } from "node:fs";
import path from "node:path";
import * as vscode from "vscode";
import { makeFolder, writeAtomically } from "../../kernel/files/writeAtomically.js";

/**
 * Puts `aen` on the path of VS Code's terminals: a small program in the extension's storage that runs the one of this
 * version on VS Code's own runtime, so that neither Node.js nor an installation is needed.
 */
export function putOnTerminalPath(context: vscode.ExtensionContext): void {
  const folder = path.join(context.globalStorageUri.fsPath, "bin");
  const cli = path.join(context.extensionPath, "dist", "kernel", "cli.js");
  makeFolder(folder, 0o755);
  for (const [name, text] of Object.entries(launchers(process.execPath, cli))) {
    const file = path.join(folder, name);
    writeAtomically(file, text);
    chmodSync(file, 0o755);
  }
  const { environmentVariableCollection: variables } = context;
  variables.description = vscode.l10n.t("Puts the command aen on the path.");
  // login shells of macOS set the path anew, after which shell integration puts it back
  const everywhere = { applyAtProcessCreation: true, applyAtShellIntegration: true };
  variables.prepend("PATH", `${folder}${path.delimiter}`, everywhere);
}

/** The program for shells, and the one for Windows; both hand on their arguments and the exit status. */
export function launchers(
  runtime: string,
  cli: string,
): { readonly aen: string; readonly "aen.cmd": string } {
  const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;
  const batch = (text: string) => `"${text.replaceAll("%", "%%")}"`;
  return {
    aen: `#!/bin/sh\nELECTRON_RUN_AS_NODE=1 exec ${quoted(runtime)} ${quoted(cli)} "$@"\n`,
    "aen.cmd": `@setlocal\r\n@set ELECTRON_RUN_AS_NODE=1\r\n@${batch(runtime)} ${batch(cli)} %*\r\n`,
  };
}
