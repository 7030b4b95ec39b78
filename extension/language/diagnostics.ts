import * as vscode from "vscode";
import type { CellDiagnostic } from "../../kernel/contracts/cellDiagnostic.js";
import type { Controller } from "../controller/controller.js";
import { Disposables } from "../disposables.js";
import { type CellKernels, cellSelector, codeCells } from "./cellText.js";

/** How long a notebook must go unedited before it is checked, in milliseconds. */
const pause = 400;

const severities = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  suggestion: vscode.DiagnosticSeverity.Hint,
} as const;

/**
 * Underlines errors in cells. The session reads the notebook from top to bottom, so that what a cell needs from one that
 * has not run is no error, and an edit of one cell may change what is wrong in those below.
 */
export class CellDiagnostics implements vscode.Disposable {
  readonly #owned = new Disposables();
  readonly #collection = this.#owned.add(vscode.languages.createDiagnosticCollection("aen"));
  readonly #timers = new Map<vscode.NotebookDocument, NodeJS.Timeout>();

  constructor(
    readonly kernels: CellKernels,
    readonly controller: Controller,
  ) {
    this.#owned.add(vscode.workspace.onDidChangeTextDocument(({ document }) => this.#edited(document)));
    this.#owned.add(vscode.workspace.onDidChangeNotebookDocument((change) => this.#changed(change)));
    this.#owned.add(vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#collection.delete(uri)));
    this.#owned.add(vscode.workspace.onDidCloseNotebookDocument((notebook) => this.#cancel(notebook)));
    this.#owned.add(controller.onDidSelect((notebook) => this.#selected(notebook)));
    this.#owned.add(
      controller.kernels.onDidAdd((kernel) => kernel.onDidExecute(() => this.#soon(kernel.notebook))),
    );
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#owned.dispose();
  }

  #selected(notebook: vscode.NotebookDocument): void {
    if (this.controller.runs(notebook)) return this.#soon(notebook);
    this.#cancel(notebook);
    for (const { document } of notebook.getCells()) this.#collection.delete(document.uri);
  }

  #edited(document: vscode.TextDocument): void {
    if (document.languageId !== cellSelector.language) return;
    const notebook = this.kernels.notebookOf(document);
    if (notebook) this.#soon(notebook);
  }

  /** Cells that come, go, move or change their language change what those below them see. */
  #changed({ notebook, contentChanges }: vscode.NotebookDocumentChangeEvent): void {
    if (contentChanges.length > 0 && this.controller.runs(notebook)) this.#soon(notebook);
  }

  #soon(notebook: vscode.NotebookDocument): void {
    this.#cancel(notebook);
    const check = (): void => {
      this.#timers.delete(notebook);
      void this.#check(notebook);
    };
    this.#timers.set(notebook, setTimeout(check, pause));
  }

  #cancel(notebook: vscode.NotebookDocument): void {
    clearTimeout(this.#timers.get(notebook));
    this.#timers.delete(notebook);
  }

  async #check(notebook: vscode.NotebookDocument): Promise<void> {
    const documents = codeCells(notebook).map((cell) => cell.document);
    const kernel = documents.length > 0 ? await this.kernels.of(documents[0]) : undefined;
    if (!kernel) return;
    const versions = documents.map(({ version }) => version);
    const texts = documents.map((document) => document.getText());
    const found = await kernel.notebookDiagnostics(texts).catch(() => []);
    if (!this.controller.runs(notebook)) return;
    for (const [index, document] of documents.entries())
      if (document.version === versions[index] && !document.isClosed)
        this.#show(document, found[index] ?? []);
  }

  #show(document: vscode.TextDocument, found: readonly CellDiagnostic[]): void {
    const shown = found.filter(({ file }) => file === undefined);
    this.#collection.set(
      document.uri,
      shown.map((each) => asDiagnostic(document, each)),
    );
  }
}

function asDiagnostic(document: vscode.TextDocument, found: CellDiagnostic): vscode.Diagnostic {
  const { start, end, message, severity, code, install } = found;
  const range = new vscode.Range(document.positionAt(start.offset), document.positionAt(end.offset));
  const diagnostic = new vscode.Diagnostic(range, message, severities[severity]);
  return Object.assign(diagnostic, { code, source: "aen", ...(install && { install }) });
}
