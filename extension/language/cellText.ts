import * as vscode from "vscode";
import type { ChildProcessKernel } from "../../kernel/protocol/childProcessKernel.js";
import type { Controller } from "../controller/controller.js";
import { notebookType } from "../controller/controller.js";

/** Cells in TypeScript of Jupyter notebooks. A scheme beside it would be compared with the notebook's, not the cell's. */
export const cellSelector: vscode.DocumentSelector = {
  language: "typescript",
  notebookType,
};

/** Where the language providers get their answers: the process of the notebook that a cell belongs to. */
export class CellKernels {
  constructor(
    readonly controller: Controller,
    readonly notebookOf: (document: vscode.TextDocument) => vscode.NotebookDocument | undefined,
  ) {}

  /** The process of a cell's notebook, started where needed; undefined when the notebook is not ours, or not trusted. */
  async of(document: vscode.TextDocument): Promise<ChildProcessKernel | undefined> {
    const notebook = this.notebookOf(document);
    if (!vscode.workspace.isTrusted || !notebook || !this.controller.runs(notebook)) return undefined;
    return this.controller.kernels
      .of(notebook)
      .start()
      .catch(() => undefined);
  }
}
