import path from "node:path";
import * as vscode from "vscode";
import { percent } from "../../../kernel/metrics/percent.js";
import { canResume } from "../recordedState.js";
import { runDescription, runName, studyName } from "../runNames.js";
import type { RunRecord } from "../runRecord.js";
import { stateText } from "../stateText.js";
import { countText, type NotebookNode, type RunNode, runsIn, type StudyNode } from "./runNodes.js";

/** A row of the tree. */
export function runItem(node: RunNode): vscode.TreeItem {
  if (!("kind" in node)) return ofRun(node);
  return node.kind === "notebook" ? ofNotebook(node) : ofStudy(node);
}

function ofNotebook(node: NotebookNode): vscode.TreeItem {
  const { Expanded } = vscode.TreeItemCollapsibleState;
  const name = node.notebook === null ? vscode.l10n.t("Without a notebook") : path.basename(node.notebook);
  const item = new vscode.TreeItem(name, Expanded);
  item.id = `notebook ${node.notebook ?? ""}`;
  item.description = countText(runsIn(node).length);
  item.tooltip = node.notebook ?? undefined;
  item.iconPath = new vscode.ThemeIcon(node.notebook === null ? "folder" : "notebook");
  item.contextValue = node.notebook === null ? "group" : "notebook";
  return item;
}

function ofStudy({ study, runs }: StudyNode): vscode.TreeItem {
  const item = new vscode.TreeItem(studyName(study), vscode.TreeItemCollapsibleState.Collapsed);
  item.id = study.folder;
  item.description = [countText(runs.length), ...study.notes.tags].join(" · ");
  item.tooltip = [study.id, study.notes.text, study.folder].filter(Boolean).join("\n");
  item.iconPath = new vscode.ThemeIcon("beaker");
  item.contextValue = "study";
  item.command = { title: vscode.l10n.t("Open"), command: "aen.runs.open", arguments: [study] };
  return item;
}

function ofRun(run: RunRecord): vscode.TreeItem {
  const item = new vscode.TreeItem(runName(run));
  item.id = run.folder;
  const tags = run.notes?.tags ?? [];
  item.description = [runDescription(run), ...tags].filter(Boolean).join(" · ");
  item.tooltip = tooltip(run);
  item.iconPath = icon(run);
  item.contextValue = `${canResume(run) ? "run.resumable" : "run"}${"study" in run.settings ? ".task" : ""}`;
  item.command = { title: vscode.l10n.t("Open"), command: "aen.runs.open", arguments: [run] };
  const name = run.notes?.name ? [run.notes.name] : [];
  item.accessibilityInformation = {
    label: [run.id, ...name, stateText(run.state), item.description].join(", "),
  };
  return item;
}

function tooltip(run: RunRecord): string {
  const rows = [
    run.id,
    vscode.l10n.t("State: {0}", stateText(run.state)),
    run.device && vscode.l10n.t("Device: {0}", run.device),
    run.uar !== undefined && `UAR ${percent(run.uar)}, WAR ${run.war === undefined ? "–" : percent(run.war)}`,
    run.bestEpoch !== undefined && vscode.l10n.t("Best epoch: {0}", run.bestEpoch),
    vscode.l10n.t("Time: {0} s", run.seconds.toFixed(0)),
    run.notes?.text,
    run.folder,
  ];
  return rows.filter(Boolean).join("\n");
}

function icon({ state }: RunRecord): vscode.ThemeIcon {
  const names: Readonly<Record<RunRecord["state"], [string, string?]>> = {
    running: ["sync", "charts.blue"],
    paused: ["debug-pause", "charts.yellow"],
    finished: ["pass", "charts.green"],
    "stopped early": ["pass", "charts.green"],
    stopped: ["debug-stop"],
    failed: ["error", "charts.red"],
    interrupted: ["debug-disconnect", "charts.orange"],
  };
  const [name, color] = names[state] ?? ["circle-outline"];
  return new vscode.ThemeIcon(name, color ? new vscode.ThemeColor(color) : undefined);
}
