import * as vscode from "vscode";
import type { Controller } from "../controller/controller.js";
import { Disposables } from "../disposables.js";
import { CellKernels, cellSelector } from "./cellText.js";
import { CellCompletion } from "./completion.js";
import { CellDefinition } from "./definition.js";
import { CellDiagnostics } from "./diagnostics.js";
import { CellHover } from "./hover.js";
import { CellInlayHints } from "./inlayHints.js";
import { InstallPackage, installWithNpm } from "./installPackage.js";
import { CellQuickFixes } from "./quickFixes.js";
import { CellReferences } from "./references.js";
import { CellRename } from "./rename.js";
import { CellSignatureHelp } from "./signatureHelp.js";
import { silenceBuiltIn } from "./silenceBuiltIn.js";

/** Completion, hover, signature help, definitions, references, renaming, diagnostics and their remedies in cells. */
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
  owned.add(registerAcrossCells(kernels));
  owned.add(languages.registerCodeActionsProvider(cellSelector, new InstallPackage()));
  owned.add(vscode.commands.registerCommand(InstallPackage.command, installWithNpm));
  owned.add(new CellDiagnostics(kernels, controller));
  owned.add(silenceBuiltIn(controller));
  return owned;
}

/** What leads from one cell to others and to files. */
function registerAcrossCells(kernels: CellKernels): vscode.Disposable {
  const { languages } = vscode;
  const definition = new CellDefinition(kernels);
  return vscode.Disposable.from(
    languages.registerDefinitionProvider(cellSelector, definition),
    languages.registerTypeDefinitionProvider(cellSelector, definition),
    languages.registerReferenceProvider(cellSelector, new CellReferences(kernels)),
    languages.registerRenameProvider(cellSelector, new CellRename(kernels)),
    languages.registerInlayHintsProvider(cellSelector, new CellInlayHints(kernels)),
    languages.registerCodeActionsProvider(cellSelector, new CellQuickFixes(kernels), CellQuickFixes.metadata),
  );
}

function notebookOf(document: vscode.TextDocument): vscode.NotebookDocument | undefined {
  if (document.uri.scheme !== "vscode-notebook-cell") return undefined;
  return vscode.workspace.notebookDocuments.find((notebook) =>
    notebook.getCells().some((cell) => cell.document === document),
  );
}
