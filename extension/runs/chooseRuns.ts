import * as vscode from "vscode";
import { runDescription, runName } from "./runNames.js";
import type { RunRecord } from "./runRecord.js";

/** Asks for one run by name. @returns undefined when there is none or none was chosen */
export async function chooseRun(runs: readonly RunRecord[]): Promise<RunRecord | undefined> {
  if (runs.length < 1) return void tooFew();
  const placeHolder = vscode.l10n.t("Choose a run");
  return (await vscode.window.showQuickPick(items(runs), { placeHolder, matchOnDescription: true }))?.run;
}

/** Asks for two or more runs; those that are given are chosen already. */
export async function chooseSeveral(
  runs: readonly RunRecord[],
  given: readonly RunRecord[],
): Promise<RunRecord[] | undefined> {
  if (runs.length < 2) return void tooFew();
  const folders = new Set(given.map(({ folder }) => folder));
  const choices = items(runs).map((item) => ({ ...item, picked: folders.has(item.run.folder) }));
  const placeHolder = vscode.l10n.t("Choose two or more runs");
  const options = { placeHolder, matchOnDescription: true, canPickMany: true } as const;
  const picked = await vscode.window.showQuickPick(choices, options);
  return picked && picked.length >= 2 ? picked.map(({ run }) => run) : undefined;
}

function items(runs: readonly RunRecord[]) {
  return runs.map((run) => ({
    label: run.id,
    description: [named(run), runDescription(run)].filter(Boolean).join(" · "),
    run,
  }));
}

/** The name that tells more than the id, whose start it else repeats. */
function named(run: RunRecord): string | undefined {
  return run.notes?.name || "study" in run.settings ? runName(run) : undefined;
}

function tooFew(): void {
  void vscode.window.showInformationMessage(
    vscode.l10n.t("There are not enough recorded runs in this workspace. Each aen.train records one."),
  );
}
