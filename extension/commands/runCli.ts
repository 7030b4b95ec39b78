import { spawn } from "node:child_process";
import path from "node:path";
import type * as vscode from "vscode";
import { withProgressNotification } from "./progressNotification.js";

export interface CliResult {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Whether the user cancelled it. */
  readonly cancelled: boolean;
}

/** Runs the bundled `aen` program on VS Code's own runtime; cancelling ends it. */
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

/**
 * Runs the program behind a progress notification, which has closed by the time this settles.
 * @throws Error with the program's last output, when it failed without a result
 */
export function runCliWithProgress(
  extensionPath: string,
  title: string,
  parameters: readonly string[],
  cwd?: string,
): Promise<CliResult> {
  return withProgressNotification(title, async (token) => {
    const result = await runCli(extensionPath, parameters, { cwd, token });
    if (result.exitCode !== 0 && !result.cancelled && result.stdout === "")
      throw failureOf(parameters[0], result);
    return result;
  });
}

/** The last line that the program wrote about its failure; without one, only that it has failed. */
export function failureOf(command: string, { stderr }: CliResult): Error {
  return new Error(stderr.trim().split("\n").at(-1) || `aen ${command} failed.`);
}
