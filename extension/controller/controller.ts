import * as vscode from "vscode";
import { Disposables } from "../disposables.js";
import type { NotebookKernels } from "../kernel/notebookKernels.js";
import { DisplayedOutputs } from "../outputs/displayedOutputs.js";
import { CellRun } from "./cellRun.js";
import { isAenNotebook, nameKernel } from "./kernelMetadata.js";
import { NotebookQueue } from "./notebookQueue.js";

export const controllerId = "aen-notebook";
export const notebookType = "jupyter-notebook";

/** A MIME bundle that a cell has output. */
export interface CellData {
  readonly cell: vscode.NotebookCell;
  readonly data: Record<string, unknown>;
}

/** Runs the cells of Jupyter notebooks in the AEN kernel. */
export class Controller implements vscode.Disposable {
  readonly #owned = new Disposables();
  readonly #controller: vscode.NotebookController;
  readonly #queues = new WeakMap<vscode.NotebookDocument, NotebookQueue>();
  readonly #displayed = new WeakMap<vscode.NotebookDocument, DisplayedOutputs>();
  readonly #selected = new Set<vscode.NotebookDocument>();
  readonly #onDidSelect = this.#owned.add(new vscode.EventEmitter<vscode.NotebookDocument>());
  readonly #onData = this.#owned.add(new vscode.EventEmitter<CellData>());
  readonly #onWillRun = this.#owned.add(new vscode.EventEmitter<vscode.NotebookCell>());
  /** Fires when a notebook selects or deselects this controller. */
  readonly onDidSelect = this.#onDidSelect.event;
  /** Fires when a cell has displayed or updated a value. */
  readonly onData = this.#onData.event;
  readonly onWillRun = this.#onWillRun.event;

  constructor(readonly kernels: NotebookKernels) {
    const name = vscode.l10n.t("AEN (TypeScript)");
    this.#controller = this.#owned.add(
      vscode.notebooks.createNotebookController(controllerId, notebookType, name),
    );
    this.#controller.description = vscode.l10n.t("AEN Notebook, nothing else needed");
    this.#controller.supportedLanguages = ["typescript"];
    this.#controller.supportsExecutionOrder = true;
    this.#controller.executeHandler = (cells, notebook) => this.#execute(cells, notebook);
    this.#controller.interruptHandler = (notebook) => this.interrupt(notebook);
    this.#owned.add(
      this.#controller.onDidChangeSelectedNotebooks((event) => this.#select(event.notebook, event.selected)),
    );
    this.#owned.add(vscode.workspace.onDidOpenNotebookDocument((notebook) => this.#prefer(notebook)));
    this.#owned.add(
      vscode.workspace.onDidCloseNotebookDocument((notebook) => this.#selected.delete(notebook)),
    );
    for (const notebook of vscode.workspace.notebookDocuments) this.#prefer(notebook);
  }

  /** Whether the cells of a notebook run in the AEN kernel. */
  runs(notebook: vscode.NotebookDocument): boolean {
    return this.#selected.has(notebook);
  }

  get notebooks(): vscode.NotebookDocument[] {
    return [...this.#selected];
  }

  /** Stops the running cell and drops the queued ones. */
  async interrupt(notebook: vscode.NotebookDocument): Promise<void> {
    this.#queues.get(notebook)?.clear();
    await this.kernels.existing(notebook)?.interrupt();
  }

  /** Starts a fresh kernel: running cells are ended and all variables are lost. */
  async restart(notebook: vscode.NotebookDocument): Promise<void> {
    this.#queues.get(notebook)?.clear();
    this.#displayed.get(notebook)?.clear();
    await this.kernels.of(notebook).restart();
  }

  dispose(): void {
    this.#owned.dispose();
  }

  #prefer(notebook: vscode.NotebookDocument): void {
    if (notebook.notebookType !== notebookType || !isAenNotebook(notebook.metadata)) return;
    this.#controller.updateNotebookAffinity(notebook, vscode.NotebookControllerAffinity.Preferred);
  }

  #select(notebook: vscode.NotebookDocument, isSelected: boolean): void {
    if (isSelected) this.#selected.add(notebook);
    else this.#selected.delete(notebook);
    this.#onDidSelect.fire(notebook);
  }

  async #execute(cells: vscode.NotebookCell[], notebook: vscode.NotebookDocument): Promise<void> {
    if (!vscode.workspace.isTrusted) return this.#refuse();
    const displayed = this.#displayedIn(notebook);
    const runs = cells.map((cell) => {
      this.#onWillRun.fire(cell);
      const execution = this.#controller.createNotebookCellExecution(cell);
      return new CellRun(cell, this.#controller, execution, displayed, (from, data) =>
        this.#onData.fire({ cell: from, data }),
      );
    });
    await Promise.all([this.#queueOf(notebook).run(runs), nameKernel(notebook)]);
  }

  async #refuse(): Promise<void> {
    const manage = vscode.l10n.t("Manage Workspace Trust");
    const answer = await vscode.window.showWarningMessage(
      vscode.l10n.t("Cells run only in a trusted workspace: a notebook can do whatever you can do."),
      manage,
    );
    if (answer === manage) await vscode.commands.executeCommand("workbench.trust.manage");
  }

  #queueOf(notebook: vscode.NotebookDocument): NotebookQueue {
    const queue = this.#queues.get(notebook) ?? new NotebookQueue(this.kernels.of(notebook));
    this.#queues.set(notebook, queue);
    return queue;
  }

  #displayedIn(notebook: vscode.NotebookDocument): DisplayedOutputs {
    const displayed = this.#displayed.get(notebook) ?? new DisplayedOutputs();
    this.#displayed.set(notebook, displayed);
    return displayed;
  }
}
