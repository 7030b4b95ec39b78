import path from "node:path";
import * as vscode from "vscode";
import { Disposables } from "../disposables.js";
import type { Trainings } from "../training/trainings.js";
import { type RunRecord, readRuns } from "./runRecord.js";
import { readStudies, type StudyRecord } from "./studyRecord.js";
import { runFilter } from "./tree/runFilter.js";
import { runItem } from "./tree/runItems.js";
import { childrenOf, type RunNode, runNodes } from "./tree/runNodes.js";
import type { RunSort } from "./tree/runSort.js";

/** Where runs are recorded, relative to a workspace folder. */
const runsFolder = path.join(".aen", "runs");

/** Minimum time between automatic refreshes of the tree, and from a change to the first of them, in milliseconds. */
const interval = 2000;
const soonest = 200;

/** The folders of runs below the workspace's own that the last search has found. */
const foundKey = "runs.folders";

/** What is recorded in the workspace. */
interface Recorded {
  readonly runs: readonly RunRecord[];
  readonly studies: readonly StudyRecord[];
}

/**
 * The tree "AEN runs": the recorded runs of the workspace by notebook and study, with state, device and figures; sorted
 * and filtered as the user likes, which the workspace remembers. While visible, it refreshes
 * when a run's files change and after kernel activity, because on network folders and in containers VS Code often
 * misses file changes. Folders of runs deep in the workspace are remembered: to search for them takes a second or more.
 */
export class RunsView implements vscode.TreeDataProvider<RunNode>, vscode.Disposable {
  readonly #owned = new Disposables();
  readonly #onDidChange = this.#owned.add(new vscode.EventEmitter<void>());
  readonly onDidChangeTreeData = this.#onDidChange.event;
  readonly tree: vscode.TreeView<RunNode>;
  #timer: NodeJS.Timeout | undefined;
  #hasSearched = false;
  #refreshed = -interval;
  /** What the tree last read, to tell whether anything has changed. */
  #read = "";
  /** What was read to tell that, which the tree then takes instead of reading it again. */
  #ahead: Recorded | undefined;

  constructor(
    trainings: Trainings,
    private readonly memory: vscode.Memento,
  ) {
    this.tree = this.#owned.add(
      vscode.window.createTreeView("aen.runs", { treeDataProvider: this, canSelectMany: true }),
    );
    const files = this.#owned.add(
      vscode.workspace.createFileSystemWatcher(
        "**/.aen/{runs,studies}/*/{run,plan,board,notes,events}.{json,jsonl}",
      ),
    );
    for (const event of [files.onDidCreate, files.onDidChange, files.onDidDelete])
      this.#owned.add(event(() => this.#soon()));
    const { kernels } = trainings.controller;
    this.#owned.add(kernels.onDidAdd((kernel) => kernel.onDidExecute(() => this.#soon())));
    this.#owned.add(
      trainings.onDidChange(() => {
        this.#count(trainings.goingOn.length);
        this.#soon();
      }),
    );
    this.#owned.add(this.tree.onDidChangeVisibility(() => this.#soon()));
    this.#owned.add(vscode.workspace.onDidChangeWorkspaceFolders(() => this.refresh()));
    this.#tellFilter();
  }

  refresh(): void {
    this.#ahead = undefined;
    this.#onDidChange.fire();
  }

  get sort(): RunSort {
    return this.memory.get<RunSort>("runs.sort", "newest");
  }

  /** What the shown runs must have; "" shows all. */
  get filter(): string {
    return this.memory.get<string>("runs.filter", "");
  }

  async sortBy(sort: RunSort): Promise<void> {
    await this.memory.update("runs.sort", sort);
    this.refresh();
  }

  async filterBy(typed: string): Promise<void> {
    await this.memory.update("runs.filter", typed.trim());
    this.#tellFilter();
    this.refresh();
  }

  /** All recorded runs, newest first, whatever is filtered. */
  async runs(): Promise<readonly RunRecord[]> {
    await this.#search();
    return (await this.#readAll()).runs;
  }

  async studies(): Promise<readonly StudyRecord[]> {
    await this.#search();
    return (await this.#readAll()).studies;
  }

  async getChildren(node?: RunNode): Promise<RunNode[]> {
    if (node) return [...childrenOf(node)];
    const { runs, studies } = this.#ahead ?? (await this.#readAll());
    this.#ahead = undefined;
    if (!this.#hasSearched) void this.#search().then((isNew) => isNew && this.refresh());
    return runNodes(runs.filter(runFilter(this.filter)), studies, this.sort);
  }

  #tellFilter(): void {
    this.tree.message = this.filter ? vscode.l10n.t("Only runs with: {0}", this.filter) : undefined;
    void vscode.commands.executeCommand("setContext", "aen.runsFiltered", this.filter !== "");
  }

  async #readAll(): Promise<Recorded> {
    const folders = vscode.workspace.workspaceFolders?.filter(({ uri }) => uri.scheme === "file") ?? [];
    const own = folders.map(({ uri }) => path.join(uri.fsPath, runsFolder));
    const all = [...new Set([...own, ...this.#found])];
    const runs = (await Promise.all(all.map((folder) => readRuns(folder)))).flat();
    const sorted = runs.sort((a, b) => b.id.localeCompare(a.id));
    const beside = all.map((folder) => readStudies(path.join(path.dirname(folder), "studies")));
    const recorded = { runs: sorted, studies: (await Promise.all(beside)).flat() };
    this.#read = JSON.stringify(recorded);
    return recorded;
  }

  get #found(): readonly string[] {
    return this.memory.get<readonly string[]>(foundKey, []);
  }

  /** Looks for folders of runs in all of the workspace. @returns whether they are others than before */
  async #search(): Promise<boolean> {
    this.#hasSearched = true;
    const places = await vscode.workspace.findFiles("**/.aen/runs/*/run.json", "**/node_modules/**");
    const found = [...new Set(places.map(({ fsPath }) => path.dirname(path.dirname(fsPath))))].sort();
    const isNew = found.join("\n") !== this.#found.join("\n");
    if (isNew) await this.memory.update(foundKey, found);
    return isNew;
  }

  getTreeItem(node: RunNode): vscode.TreeItem {
    return runItem(node);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#owned.dispose();
  }

  /** The badge of our icon in the activity bar. */
  #count(trainings: number): void {
    if ((this.tree.badge?.value ?? 0) === trainings) return;
    const tooltip = vscode.l10n.t("Trainings in progress: {0}", trainings);
    this.tree.badge = trainings === 0 ? undefined : { value: trainings, tooltip };
  }

  #soon(): void {
    const wait = Math.max(soonest, this.#refreshed + interval - performance.now());
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      if (this.tree.visible) void this.#refreshIfChanged();
    }, wait);
  }

  /** A click on a row's button during a refresh reaches its command without the row, so there is none in vain. */
  async #refreshIfChanged(): Promise<void> {
    this.#refreshed = performance.now();
    const before = this.#read;
    await this.#search();
    const recorded = await this.#readAll();
    if (this.#read === before) return;
    this.#ahead = recorded;
    this.#onDidChange.fire();
  }
}
