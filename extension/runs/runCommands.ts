import { rm } from "node:fs/promises";
import path from "node:path";
import * as vscode from "vscode";
import type { Handlers } from "../commands/register.js";
import { insertCell } from "../insertCell.js";
import { comparisonPage } from "./comparisonPage.js";
import { resumeCode } from "./resumeCode.js";
import { runComparison } from "./runComparison.js";
import type { RunRecord } from "./runRecord.js";
import type { RunsView } from "./runsView.js";

/** The commands on runs in the tree. */
export function runCommands(view: RunsView): Handlers {
  return {
    "aen.runs.refresh": () => view.refresh(),
    "aen.runs.open": async (run?: RunRecord) => {
      const chosen = run ?? (await choose(view, 1))?.[0];
      if (chosen) await open(chosen);
    },
    "aen.runs.compare": async (run?: RunRecord, selected?: RunRecord[]) => {
      const pair = selected?.length === 2 ? selected : await choose(view, 2, run);
      if (pair) compare(pair[0], pair[1]);
    },
    "aen.runs.resume": async (run?: RunRecord) => {
      const chosen = run ?? (await choose(view, 1))?.[0];
      if (chosen) await resume(chosen);
    },
    "aen.runs.delete": async (run?: RunRecord, selected?: RunRecord[]) => {
      const chosen = selected ?? (run ? [run] : await choose(view, 1));
      if (chosen && (await remove(chosen))) view.refresh();
    },
  };
}

async function open({ folder }: RunRecord): Promise<void> {
  const file = vscode.Uri.file(path.join(folder, "run.json"));
  await vscode.window.showTextDocument(file, { preview: true });
}

/** Shows two runs side by side, the earlier one first. */
function compare(a: RunRecord, b: RunRecord): void {
  const [earlier, later] = [a, b].sort((left, right) => left.id.localeCompare(right.id));
  const comparison = runComparison(earlier, later);
  const column = vscode.window.activeTextEditor?.viewColumn ?? vscode.ViewColumn.Active;
  const options = { enableScripts: false, enableFindWidget: true };
  const panel = vscode.window.createWebviewPanel("aen.comparison", comparison.title, column, options);
  panel.webview.html = comparisonPage(comparison);
}

/** Inserts the code that resumes a run into a notebook, for the user to run. */
async function resume(run: RunRecord): Promise<void> {
  const editor = vscode.window.activeNotebookEditor ?? (await newNotebook());
  await insertCell(editor, resumeCode(run), editor.notebook.cellCount);
}

async function newNotebook(): Promise<vscode.NotebookEditor> {
  await vscode.commands.executeCommand("aen.newNotebook", "empty");
  return vscode.window.activeNotebookEditor!;
}

async function remove(runs: readonly RunRecord[]): Promise<boolean> {
  const going = runs.find(({ state }) => state === "running");
  if (going) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t("The run {0} is still in progress. Stop it before you delete it.", going.id),
    );
    return false;
  }
  const question =
    runs.length === 1
      ? vscode.l10n.t("Delete the run {0} with its checkpoints and predictions?", runs[0].id)
      : vscode.l10n.t("Delete {0} runs with their checkpoints and predictions?", runs.length);
  const yes = vscode.l10n.t("Delete");
  const detail = vscode.l10n.t("This cannot be undone.");
  if ((await vscode.window.showWarningMessage(question, { modal: true, detail }, yes)) !== yes) return false;
  for (const { folder } of runs) await rm(folder, { recursive: true, force: true });
  return true;
}

/** Asks for runs by name; one may already be given. */
async function choose(view: RunsView, count: number, given?: RunRecord): Promise<RunRecord[] | undefined> {
  const runs = (await view.getChildren()).filter((run) => run.folder !== given?.folder);
  const missing = count - (given ? 1 : 0);
  if (runs.length < missing) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t("There are not enough recorded runs in this workspace. Each aen.train records one."),
    );
    return undefined;
  }
  const items = runs.map((run) => ({
    label: run.id,
    description: String(view.getTreeItem(run).description),
    run,
  }));
  const placeHolder =
    missing === 1 ? vscode.l10n.t("Choose a run") : vscode.l10n.t("Choose {0} runs", missing);
  if (missing === 1) {
    const picked = await vscode.window.showQuickPick(items, { placeHolder });
    return picked && [...(given ? [given] : []), picked.run];
  }
  const picked = await vscode.window.showQuickPick(items, { placeHolder, canPickMany: true });
  return picked?.length === count ? picked.map(({ run }) => run) : undefined;
}
