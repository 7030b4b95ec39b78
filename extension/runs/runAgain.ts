import path from "node:path";
import * as vscode from "vscode";

/**
 * Repeats a run or a study from its record alone, in a terminal: `aen rerun`, which trains it once more and compares
 * every number.
 */
export async function runAgain(extensionPath: string, folder: string): Promise<void> {
  const cli = path.join(extensionPath, "dist", "kernel", "cli.js");
  const cwd = path.dirname(path.dirname(path.dirname(folder)));
  const name = vscode.l10n.t("Run again: {0}", path.basename(folder));
  const task = new vscode.Task(
    { type: "aen", run: folder },
    vscode.TaskScope.Workspace,
    name,
    "AEN",
    new vscode.ProcessExecution(process.execPath, [cli, "rerun", folder], {
      cwd,
      env: { ELECTRON_RUN_AS_NODE: "1" },
    }),
  );
  task.presentationOptions = { reveal: vscode.TaskRevealKind.Always, panel: vscode.TaskPanelKind.Dedicated };
  await vscode.tasks.executeTask(task);
}
