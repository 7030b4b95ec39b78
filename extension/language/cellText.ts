import * as vscode from "vscode";
import type { ChildProcessKernel } from "../../kernel/protocol/childProcessKernel.js";
import { type Controller, notebookType } from "../controller/controller.js";

/** TypeScript cells of Jupyter notebooks. A `scheme` here would be matched against the notebook, not the cell. */
export const cellSelector: vscode.DocumentSelector = {
  language: "typescript",
  notebookType,
};

/** Gives the language providers the process of the notebook that a cell belongs to. */
export class CellKernels {
  constructor(
    readonly controller: Controller,
    readonly notebookOf: (document: vscode.TextDocument) => vscode.NotebookDocument | undefined,
  ) {}

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
