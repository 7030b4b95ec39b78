import { rm } from "node:fs/promises";
import * as vscode from "vscode";
import { studyName } from "./runNames.js";
import type { RunRecord } from "./runRecord.js";
import type { StudyRecord } from "./studyRecord.js";

/** Deletes runs after asking. @returns whether it has */
export async function deleteRuns(runs: readonly RunRecord[]): Promise<boolean> {
  if (isGoingOn(runs)) return false;
  const question =
    runs.length === 1
      ? vscode.l10n.t("Delete the run {0} with its checkpoints and predictions?", runs[0].id)
      : vscode.l10n.t("Delete {0} runs with their checkpoints and predictions?", runs.length);
  return remove(
    question,
    runs.map(({ folder }) => folder),
  );
}

/** Deletes a study with its runs after asking. @returns whether it has */
export async function deleteStudy(study: StudyRecord, runs: readonly RunRecord[]): Promise<boolean> {
  if (isGoingOn(runs)) return false;
  const question = vscode.l10n.t("Delete the study {0} with its {1} runs?", studyName(study), runs.length);
  return remove(question, [...runs.map(({ folder }) => folder), study.folder]);
}

function isGoingOn(runs: readonly RunRecord[]): boolean {
  const going = runs.find(({ state }) => state === "running");
  if (!going) return false;
  void vscode.window.showWarningMessage(
    vscode.l10n.t("The run {0} is still in progress. Stop it before you delete it.", going.id),
  );
  return true;
}

async function remove(question: string, folders: readonly string[]): Promise<boolean> {
  const yes = vscode.l10n.t("Delete");
  const detail = vscode.l10n.t("This cannot be undone.");
  if ((await vscode.window.showWarningMessage(question, { modal: true, detail }, yes)) !== yes) return false;
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
  return true;
}
