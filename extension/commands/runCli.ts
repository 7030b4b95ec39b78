import { spawn } from "node:child_process";
import path from "node:path";
import * as vscode from "vscode";

export interface CliResult {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Ended by the user. */
  readonly cancelled: boolean;
}

/** Runs the `aen` program that comes with the extension, on VS Code's own runtime; cancelling ends it. */
export function runCli(
  extensionPath: string,
  parameters: readonly string[],
  { cwd, token }: { cwd?: string; token?: vscode.CancellationToken } = {},
): Promise<CliResult> {
  return new Promise((resolve, reject) => {
    const cli = path.join(extensionPath, "dist", "kernel", "cli.js");
    const program = spawn(process.execPath, [cli, ...parameters], {
      cwd,
      env: { ...process.env, ELECTRON_RUN_AS_NODE: "1" },
      windowsHide: true,
    });
    token?.onCancellationRequested(() => program.kill());
    let stdout = "";
    let stderr = "";
    program.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
    program.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    program.once("error", reject);
    program.once("close", (exitCode) => {
      resolve({ exitCode, stdout, stderr, cancelled: token?.isCancellationRequested === true });
    });
  });
}

/** Runs it behind a progress message; what it says on failure becomes the error's message. */
export function runCliWithProgress(
  extensionPath: string,
  title: string,
  parameters: readonly string[],
  cwd?: string,
): Thenable<CliResult> {
  const location = vscode.ProgressLocation.Notification;
  return vscode.window.withProgress({ location, title, cancellable: true }, async (_, token) => {
    const result = await runCli(extensionPath, parameters, { cwd, token });
    if (result.exitCode !== 0 && !result.cancelled && result.stdout === "")
      throw new Error(result.stderr.trim().split("\n").at(-1) ?? `aen ${parameters[0]} failed.`);
    return result;
  });
}
