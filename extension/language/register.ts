import * as vscode from "vscode";
import type { Controller } from "../controller/controller.js";
import { Disposables } from "../disposables.js";
import { CellKernels, cellSelector } from "./cellText.js";
import { CellCompletion } from "./completion.js";
import { CellDiagnostics } from "./diagnostics.js";
import { CellHover } from "./hover.js";
import { CellSignatureHelp } from "./signatureHelp.js";
import { silenceBuiltIn } from "./silenceBuiltIn.js";

/** Completion, hover, signature help and diagnostics in cells. */
export function registerLanguage(controller: Controller): vscode.Disposable {
  const owned = new Disposables();
  const kernels = new CellKernels(controller, notebookOf);
  const { languages } = vscode;
  owned.add(
    languages.registerCompletionItemProvider(
      cellSelector,
      new CellCompletion(kernels),
      ...CellCompletion.triggers,
    ),
  );
  owned.add(languages.registerHoverProvider(cellSelector, new CellHover(kernels)));
  owned.add(
    languages.registerSignatureHelpProvider(
      cellSelector,
      new CellSignatureHelp(kernels),
      CellSignatureHelp.triggers,
    ),
  );
  owned.add(new CellDiagnostics(kernels, controller));
  owned.add(silenceBuiltIn(controller));
  return owned;
}

function notebookOf(document: vscode.TextDocument): vscode.NotebookDocument | undefined {
  if (document.uri.scheme !== "vscode-notebook-cell") return undefined;
  return vscode.workspace.notebookDocuments.find((notebook) =>
    notebook.getCells().some((cell) => cell.document === document),
  );
}
