import * as vscode from "vscode";
import { Disposables } from "../disposables.js";
import type { KernelMove, NotebookKernels } from "../kernel/notebookKernels.js";
import { sameCell } from "../kernel/sameCell.js";
import { controllerId, isAenNotebook, nameKernel, notebookType } from "../kernelMetadata.js";
import { DisplayedOutputs } from "../outputs/displayedOutputs.js";
import { CellRun, type CellWork } from "./cellRun.js";
import { NotebookQueue } from "./notebookQueue.js";

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
  readonly #lastRuns = new WeakMap<vscode.NotebookCell, CellRun>();
  readonly #toResume = new WeakMap<vscode.NotebookCell, string>();
  readonly #selected = new Set<vscode.NotebookDocument>();
  readonly #onDidSelect = this.#owned.add(new vscode.EventEmitter<vscode.NotebookDocument>());
  readonly #onData = this.#owned.add(new vscode.EventEmitter<CellData>());
  readonly #onWillRun = this.#owned.add(new vscode.EventEmitter<vscode.NotebookCell>());
  readonly #onDidWork = this.#owned.add(new vscode.EventEmitter<CellWork>());
  /** Fires when a cell has begun to run and when it has ended. */
  readonly onDidWork = this.#onDidWork.event;
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
    this.#owned.add(kernels.onDidMove((move) => this.#moved(move)));
    this.#owned.add(vscode.workspace.onDidChangeNotebookDocument((change) => this.#noteCleared(change)));
    for (const notebook of vscode.workspace.notebookDocuments) this.#prefer(notebook);
  }

  /** Whether the cells of a notebook run in the AEN kernel. */
  runs(notebook: vscode.NotebookDocument): boolean {
    return this.#selected.has(notebook);
  }

  get notebooks(): vscode.NotebookDocument[] {
    return [...this.#selected];
  }

  /** Runs cells of one notebook as its buttons do; resolves when they have ended. */
  run(cells: vscode.NotebookCell[]): Promise<void> {
    return this.#execute(cells, cells[0].notebook);
  }

  /** Stops the running cell and drops the queued ones. */
  async interrupt(notebook: vscode.NotebookDocument): Promise<void> {
    this.#queues.get(notebook)?.clear();
    await this.kernels.existing(notebook)?.interrupt();
  }

  /** Lets a cell, when it runs next, go on with a run that was interrupted. */
  resumeIn(cell: vscode.NotebookCell, run: string): void {
    this.#toResume.set(cell, run);
  }

  /** Drops the queued cells and stops what runs; resolves when the record of a training is complete. */
  async stopInOrder(notebook: vscode.NotebookDocument): Promise<void> {
    this.#queues.get(notebook)?.clear();
    await this.kernels.existing(notebook)?.stopWork();
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

  /** What runs and what was displayed goes on in the notebook that was opened anew. */
  #moved({ from, to }: KernelMove): void {
    const [queue, displayed] = [this.#queues.get(from), this.#displayed.get(from)];
    const cellOf = (cell: vscode.NotebookCell) => sameCell(to, cell);
    if (displayed) this.#displayed.set(to, displayed);
    displayed?.moved(cellOf);
    if (queue) this.#queues.set(to, queue);
    queue?.moveTo(cellOf);
  }

  /** "Clear All Outputs" during a run: what it writes next needs an output of its own. */
  #noteCleared({ cellChanges }: vscode.NotebookDocumentChangeEvent): void {
    for (const { cell, outputs } of cellChanges)
      if (outputs?.length === 0) this.#lastRuns.get(cell)?.outputsCleared();
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
      const run = new CellRun(cell, this.#controller, execution, displayed, (from, data) =>
        this.#onData.fire({ cell: from, data }),
      );
      run.onWork = (work) => this.#onDidWork.fire({ cell: run.cell, ...work });
      run.resumes = this.#toResume.get(cell);
      this.#toResume.delete(cell);
      this.#lastRuns.set(cell, run);
      return run;
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
