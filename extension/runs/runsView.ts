import path from "node:path";
import * as vscode from "vscode";
import { Disposables } from "../disposables.js";
import type { Trainings } from "../training/trainings.js";
import { percent } from "../percent.js";
import { type RunRecord, readRuns } from "./runRecord.js";
import { stateText } from "./stateText.js";

/** Where runs are recorded, relative to a workspace folder. */
const runsFolder = path.join(".aen", "runs");

/** Minimum time between automatic refreshes of the tree, in milliseconds. */
const interval = 2000;

/**
 * The tree "AEN runs": the recorded runs of the workspace with state, device and figures. While visible, it refreshes
 * when a run's files change and after kernel activity, because on network folders and in containers VS Code often
 * misses file changes.
 */
export class RunsView implements vscode.TreeDataProvider<RunRecord>, vscode.Disposable {
  readonly #owned = new Disposables();
  readonly #onDidChange = this.#owned.add(new vscode.EventEmitter<void>());
  readonly onDidChangeTreeData = this.#onDidChange.event;
  readonly tree: vscode.TreeView<RunRecord>;
  #timer: NodeJS.Timeout | undefined;
  /** What the tree last read, to tell whether anything has changed. */
  #read = "";

  constructor(trainings: Trainings) {
    this.tree = this.#owned.add(
      vscode.window.createTreeView("aen.runs", { treeDataProvider: this, canSelectMany: true }),
    );
    const files = this.#owned.add(
      vscode.workspace.createFileSystemWatcher("**/.aen/runs/*/{run.json,events.jsonl}"),
    );
    for (const event of [files.onDidCreate, files.onDidChange, files.onDidDelete])
      this.#owned.add(event(() => this.#soon()));
    const { kernels } = trainings.controller;
    this.#owned.add(kernels.onDidAdd((kernel) => kernel.onDidExecute(() => this.#soon())));
    this.#owned.add(trainings.onDidChange(() => this.#soon()));
    this.#owned.add(this.tree.onDidChangeVisibility(() => this.#soon()));
    this.#owned.add(vscode.workspace.onDidChangeWorkspaceFolders(() => this.refresh()));
  }

  refresh(): void {
    this.#onDidChange.fire();
  }

  async getChildren(run?: RunRecord): Promise<RunRecord[]> {
    if (run) return [];
    const folders = vscode.workspace.workspaceFolders?.filter(({ uri }) => uri.scheme === "file") ?? [];
    const places = await vscode.workspace.findFiles("**/.aen/runs/*/run.json", "**/node_modules/**");
    const found = places.map(({ fsPath }) => path.dirname(path.dirname(fsPath)));
    const all = new Set([...folders.map(({ uri }) => path.join(uri.fsPath, runsFolder)), ...found]);
    const runs = await Promise.all([...all].map((folder) => readRuns(folder)));
    const sorted = runs.flat().sort((a, b) => b.id.localeCompare(a.id));
    this.#read = JSON.stringify(sorted);
    return sorted;
  }

  getTreeItem(run: RunRecord): vscode.TreeItem {
    const item = new vscode.TreeItem(name(run));
    item.id = run.folder;
    item.description = description(run);
    item.tooltip = tooltip(run);
    item.iconPath = icon(run);
    item.contextValue = canResume(run) ? "run.resumable" : "run";
    item.command = { title: vscode.l10n.t("Open Record"), command: "aen.runs.open", arguments: [run] };
    item.accessibilityInformation = { label: `${run.id}, ${stateText(run.state)}, ${description(run)}` };
    return item;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#owned.dispose();
  }

  #soon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      if (this.tree.visible) void this.#refreshIfChanged();
    }, interval);
  }

  /** A click on a row's button during a refresh reaches its command without the row, so there is none in vain. */
  async #refreshIfChanged(): Promise<void> {
    const before = this.#read;
    await this.getChildren();
    if (this.#read !== before) this.refresh();
  }
}

/** Runs of a study are resumed through the study, not one by one. */
export function canResume({ state, settings }: RunRecord): boolean {
  if ("study" in settings) return false;
  return state === "interrupted" || state === "stopped" || state === "failed";
}

/** A run's start in local time: shorter than its id, which leaves room for the figures beside it. */
function name({ id, started }: RunRecord): string {
  if (started === undefined) return id;
  const parts = {
    month: "short",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  } as const;
  return new Intl.DateTimeFormat(vscode.env.language, { ...parts, hourCycle: "h23" }).format(started);
}

function description({ state, device, epoch, epochs, uar }: RunRecord): string {
  const parts = [
    uar === undefined ? undefined : `UAR ${percent(uar)}`,
    epochs ? vscode.l10n.t("epoch {0} of {1}", epoch, epochs) : undefined,
    device,
    state === "finished" ? undefined : stateText(state),
  ];
  return parts.filter(Boolean).join(" · ");
}

function tooltip(run: RunRecord): string {
  const rows = [
    run.id,
    vscode.l10n.t("State: {0}", stateText(run.state)),
    run.device && vscode.l10n.t("Device: {0}", run.device),
    run.uar !== undefined && `UAR ${percent(run.uar)}, WAR ${run.war === undefined ? "–" : percent(run.war)}`,
    run.bestEpoch !== undefined && vscode.l10n.t("Best epoch: {0}", run.bestEpoch),
    vscode.l10n.t("Time: {0} s", run.seconds.toFixed(0)),
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
