import * as vscode from "vscode";
import type { PageAction } from "../../../kernel/contracts/recordPage.js";

/** The commands behind the buttons of a page; each gets the run or study of the page. */
export const pageCommands = {
  resume: "aen.runs.resume",
  runAgain: "aen.runs.runAgain",
  compare: "aen.runs.compare",
  export: "aen.runs.export",
  delete: "aen.runs.delete",
  cell: "aen.runs.goToCell",
  study: "aen.runs.openStudy",
  text: "aen.runs.openText",
} as const;

export type PageActionName = keyof typeof pageCommands;

export function pageAction(name: PageActionName): PageAction {
  const labels: Readonly<Record<PageActionName, string>> = {
    resume: vscode.l10n.t("Resume"),
    runAgain: vscode.l10n.t("Run Again"),
    compare: vscode.l10n.t("Compare…"),
    export: vscode.l10n.t("Export…"),
    delete: vscode.l10n.t("Delete"),
    cell: vscode.l10n.t("Go to Cell"),
    study: vscode.l10n.t("Open Study"),
    text: vscode.l10n.t("Open as Text"),
  };
  return { id: name, label: labels[name] };
}
