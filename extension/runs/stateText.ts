import * as vscode from "vscode";
import type { RunRecord } from "./runRecord.js";

/** The state of a run in the user's language. */
export function stateText(state: RunRecord["state"]): string {
  const texts: Readonly<Record<RunRecord["state"], string>> = {
    running: vscode.l10n.t("running"),
    paused: vscode.l10n.t("paused"),
    finished: vscode.l10n.t("finished"),
    stopped: vscode.l10n.t("stopped"),
    "stopped early": vscode.l10n.t("stopped early"),
    failed: vscode.l10n.t("failed"),
    interrupted: vscode.l10n.t("interrupted"),
  };
  return texts[state] ?? state;
}
