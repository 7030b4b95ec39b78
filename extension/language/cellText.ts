import * as vscode from "vscode";
import type { CellPosition } from "../../kernel/contracts/languageQuestions.js";
import type { ChildProcessKernel } from "../../kernel/protocol/childProcessKernel.js";
import type { Controller } from "../controller/controller.js";
import { notebookType } from "../kernelMetadata.js";

/** TypeScript cells of Jupyter notebooks. A `scheme` here would be matched against the notebook, not the cell. */
export const cellSelector = { language: "typescript", notebookType } as const;

/** A position in a cell, the notebook's TypeScript cells with their texts, and the process that knows about them. */
export interface AskedCell {
  readonly kernel: ChildProcessKernel;
  readonly documents: readonly vscode.TextDocument[];
  readonly cells: readonly string[];
  readonly at: CellPosition;
}

/** Gives the language providers the process of the notebook that a cell belongs to. */
export class CellKernels {
  constructor(
    readonly controller: Controller,
    readonly notebookOf: (document: vscode.TextDocument) => vscode.NotebookDocument | undefined,
  ) {}

  /** The texts of the code cells above a cell, which the session reads whether they have run or not. */
  above(document: vscode.TextDocument): string[] {
    const cells = codeCells(this.notebookOf(document));
    const at = cells.findIndex((cell) => cell.document === document);
    return cells.slice(0, Math.max(at, 0)).map((cell) => cell.document.getText());
  }

  /** A position in a cell, with what the session must be told to answer questions about it. */
  async asked(document: vscode.TextDocument, position: vscode.Position): Promise<AskedCell | undefined> {
    const kernel = await this.of(document);
    const documents = codeCells(this.notebookOf(document)).map((cell) => cell.document);
    const cell = documents.indexOf(document);
    if (!kernel || cell < 0) return undefined;
    const cells = documents.map((each) => each.getText());
    return { kernel, documents, cells, at: { cell, offset: document.offsetAt(position) } };
  }

  /** The process of a cell's notebook, started if needed; undefined when the notebook is not ours or not trusted. */
  async of(document: vscode.TextDocument): Promise<ChildProcessKernel | undefined> {
    const notebook = this.notebookOf(document);
    if (!vscode.workspace.isTrusted || !notebook || !this.controller.runs(notebook)) return undefined;
    return this.controller.kernels
      .of(notebook)
      .start()
      .catch(() => undefined);
  }
}

/** The cells of a notebook that are in TypeScript, in order. */
export function codeCells(notebook: vscode.NotebookDocument | undefined): vscode.NotebookCell[] {
  const cells = notebook?.getCells() ?? [];
  return cells.filter(
    ({ kind, document }) =>
      kind === vscode.NotebookCellKind.Code && document.languageId === cellSelector.language,
  );
}
