import path from "node:path";
import * as vscode from "vscode";
import type { RenameRefusal, TextChange } from "../../kernel/contracts/languageQuestions.js";
import type { CellKernels } from "./cellText.js";
import { rangeOf, uriOf } from "./places.js";

/** Gives a name another name, in all cells of the notebook and in local files that they import. */
export class CellRename implements vscode.RenameProvider {
  constructor(readonly kernels: CellKernels) {}

  /** @throws Error with the reason, which VS Code shows at the name */
  async prepareRename(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<{ range: vscode.Range; placeholder: string } | undefined> {
    const asked = await this.kernels.asked(document, position);
    if (!asked) return undefined;
    const { origin, name, refusal } = await asked.kernel.ask("renameable", asked.cells, asked.at);
    if (refusal || !origin) throw new Error(reasonOf(refusal));
    return { range: rangeOf(origin), placeholder: name };
  }

  /** @throws Error with the reason, or when a file that would change has other text in its editor */
  async provideRenameEdits(
    document: vscode.TextDocument,
    position: vscode.Position,
    name: string,
  ): Promise<vscode.WorkspaceEdit | undefined> {
    const asked = await this.kernels.asked(document, position);
    if (!asked) return undefined;
    const { kernel, documents, cells, at } = asked;
    const { changes, refusal } = await kernel.ask("rename", cells, at, name);
    if (refusal) throw new Error(reasonOf(refusal));
    const edit = new vscode.WorkspaceEdit();
    for (const change of changes) {
      const uri = uriOf(change, documents);
      if ("file" in change) await checkFile(uri, change);
      edit.replace(uri, rangeOf(change), change.text);
    }
    return edit;
  }
}

/** The kernel reads files from disk, the change applies to what the editor holds. */
async function checkFile(uri: vscode.Uri, change: TextChange): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  if (document.getText(rangeOf(change)) === change.was) return;
  throw new Error(vscode.l10n.t("{0} has unsaved changes. Save it first.", path.basename(uri.fsPath)));
}

function reasonOf(refusal: RenameRefusal | undefined): string {
  const { l10n } = vscode;
  const name = refusal?.name ?? "";
  if (refusal?.reason === "installed")
    return l10n.t("{0} belongs to an installed package or to the language. It cannot be renamed.", name);
  if (refusal?.reason === "notHere")
    return l10n.t("The cell that declared {0} is no longer in this notebook.", name);
  if (refusal?.reason === "noName") return l10n.t("{0} is no name in TypeScript.", `"${name}"`);
  if (refusal?.reason === "taken") return l10n.t("Another cell declares {0} already.", name);
  return l10n.t("There is no name here to change.");
}
