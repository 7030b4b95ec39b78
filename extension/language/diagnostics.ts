import * as vscode from "vscode";
import type { CellDiagnostic } from "../../kernel/contracts/cellDiagnostic.js";
import type { Controller } from "../controller/controller.js";
import { Disposables } from "../disposables.js";
import type { CellKernels } from "./cellText.js";
import { withoutNamesOfOtherCells } from "./laterNames.js";

/** How long a cell must go unedited before it is checked, in milliseconds. */
const pause = 400;

const severities = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  suggestion: vscode.DiagnosticSeverity.Hint,
} as const;

/** Underlines errors in cells while they are being edited, as the session would report them. */
export class CellDiagnostics implements vscode.Disposable {
  readonly #owned = new Disposables();
  readonly #collection = this.#owned.add(vscode.languages.createDiagnosticCollection("aen"));
  readonly #timers = new Map<string, NodeJS.Timeout>();

  constructor(
    readonly kernels: CellKernels,
    readonly controller: Controller,
  ) {
    this.#owned.add(vscode.workspace.onDidChangeTextDocument(({ document }) => this.#soon(document)));
    this.#owned.add(vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#forget(uri)));
    this.#owned.add(controller.onDidSelect((notebook) => this.#all(notebook)));
    this.#owned.add(
      controller.kernels.onDidAdd((kernel) => kernel.onDidExecute(() => this.#all(kernel.notebook))),
    );
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#owned.dispose();
  }

  #all(notebook: vscode.NotebookDocument): void {
    for (const cell of notebook.getCells()) {
      if (!this.controller.runs(notebook)) this.#forget(cell.document.uri);
      else if (cell.kind === vscode.NotebookCellKind.Code) this.#soon(cell.document);
    }
  }

  #soon(document: vscode.TextDocument): void {
    if (document.uri.scheme !== "vscode-notebook-cell" || document.languageId !== "typescript") return;
    const key = document.uri.toString();
    clearTimeout(this.#timers.get(key));
    this.#timers.set(
      key,
      setTimeout(() => {
        this.#timers.delete(key);
        void this.#check(document);
      }, pause),
    );
  }

  async #check(document: vscode.TextDocument): Promise<void> {
    const notebook = this.kernels.notebookOf(document);
    const kernel = await this.kernels.of(document);
    if (!kernel || !notebook || document.isClosed) return;
    const { version } = document;
    const code = document.getText();
    const found = await kernel.diagnostics(code).catch(() => []);
    if (document.version !== version || document.isClosed) return;
    const others = notebook
      .getCells()
      .filter((cell) => cell.document !== document && cell.document.languageId === "typescript")
      .map((cell) => cell.document.getText());
    const shown = withoutNamesOfOtherCells(found, code, others).filter((each) => each.file === undefined);
    this.#collection.set(
      document.uri,
      shown.map((each) => asDiagnostic(document, each)),
    );
  }

  #forget(uri: vscode.Uri): void {
    clearTimeout(this.#timers.get(uri.toString()));
    this.#timers.delete(uri.toString());
    this.#collection.delete(uri);
  }
}

function asDiagnostic(document: vscode.TextDocument, found: CellDiagnostic): vscode.Diagnostic {
  const { start, end, message, severity, code } = found;
  const range = new vscode.Range(document.positionAt(start.offset), document.positionAt(end.offset));
  const diagnostic = new vscode.Diagnostic(range, message, severities[severity]);
  return Object.assign(diagnostic, { code, source: "aen" });
}
