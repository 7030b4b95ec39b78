import * as vscode from "vscode";
import type { ChildProcessKernel } from "../../kernel/protocol/childProcessKernel.js";
import type { Controller } from "../controller/controller.js";
import type { CellWork } from "../controller/cellRun.js";
import { Disposables } from "../disposables.js";
import type { NotebookKernel } from "../kernel/notebookKernel.js";
import { CellHistory, type Staleness } from "./cellHistory.js";

type Reason = Staleness<vscode.NotebookCell>;

/** Knows which cells are stale: they were edited, or read what has changed, since they ran. */
export class StaleCells implements vscode.Disposable {
  readonly #owned = new Disposables();
  readonly #onDidChange = this.#owned.add(new vscode.EventEmitter<void>());
  readonly onDidChange = this.#onDidChange.event;
  readonly #histories = new Map<vscode.NotebookDocument, CellHistory<vscode.NotebookCell>>();
  readonly #begun = new Map<vscode.NotebookCell, string>();
  /** Runs are noted one after the other. */
  #noted: Promise<void> = Promise.resolve();

  constructor(readonly controller: Controller) {
    this.#owned.add(controller.onDidWork((work) => this.#hear(work)));
    this.#owned.add(controller.kernels.onDidAdd((kernel) => this.#watch(kernel)));
    this.#owned.add(
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (this.#hasRunIn(document)) this.#onDidChange.fire();
      }),
    );
    this.#owned.add(
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration("aen.staleCells")) this.#onDidChange.fire();
      }),
    );
    this.#owned.add(
      vscode.workspace.onDidCloseNotebookDocument((notebook) => this.#histories.delete(notebook)),
    );
  }

  dispose(): void {
    this.#owned.dispose();
  }

  /** Resolves when all runs that have ended are noted. */
  get upToDate(): Promise<void> {
    return this.#noted;
  }

  /** Why a cell is stale; undefined when it is not, has not run, or the setting is off. */
  reason(cell: vscode.NotebookCell): Reason | undefined {
    const isOn = vscode.workspace.getConfiguration("aen", cell.notebook.uri).get<boolean>("staleCells", true);
    if (!isOn) return undefined;
    return this.#histories.get(cell.notebook)?.staleness(cell, cell.document.getText());
  }

  /** Whether a document is a cell of a notebook in which cells have run: others are typed in without a look at marks. */
  #hasRunIn({ uri }: vscode.TextDocument): boolean {
    if (uri.scheme !== "vscode-notebook-cell") return false;
    return [...this.#histories.keys()].some((notebook) => notebook.uri.path === uri.path);
  }

  #watch(kernel: NotebookKernel): void {
    const forget = (): void => {
      this.#histories.get(kernel.notebook)?.clear();
      this.#onDidChange.fire();
    };
    kernel.onDidChangeState((state) => (state === "starting" || state === "dead" ? forget() : undefined));
  }

  #hear({ cell, isRunning }: CellWork): void {
    if (isRunning) return void this.#begun.set(cell, cell.document.getText());
    const text = this.#begun.get(cell);
    this.#begun.delete(cell);
    if (text === undefined) return;
    this.#noted = this.#noted.then(() => this.#note(cell, text)).catch(() => {});
  }

  async #note(cell: vscode.NotebookCell, text: string): Promise<void> {
    const { notebook } = cell;
    const process = await this.controller.kernels.existing(notebook)?.running();
    if (!process) return;
    const cells = notebook.getCells().filter(isCode);
    const index = cells.indexOf(cell);
    if (index < 0) return;
    const texts = cells.map((each) => (each === cell ? text : each.document.getText()));
    const flow = await process.ask("dataFlow", texts, { cell: index, offset: 0 });
    const history = this.#histories.get(notebook) ?? new CellHistory();
    this.#histories.set(notebook, history);
    history.add({ cell, text, ...flow, values: await plainValues(process) });
    this.#onDidChange.fire();
  }
}

function isCode({ kind, document }: vscode.NotebookCell): boolean {
  return kind === vscode.NotebookCellKind.Code && document.languageId === "typescript";
}

/** The variables whose value shows whole in a line, so that two of them can be compared. */
async function plainValues(process: ChildProcessKernel): Promise<Map<string, string>> {
  const { variables } = (await process.request("aen.variables_request", {})) as {
    variables: readonly { name: string; type: string; summary: string }[];
  };
  const plain = variables.filter(
    ({ type, summary }) => /^(?:number|boolean|string)$/.test(type) && summary.length < 60,
  );
  return new Map(plain.map(({ name, type, summary }) => [name, `${type} ${summary}`]));
}
