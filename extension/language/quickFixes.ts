import * as vscode from "vscode";
import type { QuickFix } from "../../kernel/contracts/languageQuestions.js";
import type { CellKernels } from "./cellText.js";
import { rangeOf, uriOf } from "./places.js";

/** Offers what would mend an error: another spelling, an import, `aen.` before a name, `await`. */
export class CellQuickFixes implements vscode.CodeActionProvider {
  static readonly metadata = { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] };

  constructor(readonly kernels: CellKernels) {}

  async provideCodeActions(
    document: vscode.TextDocument,
    { start, end }: vscode.Range,
    { diagnostics }: vscode.CodeActionContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.CodeAction[]> {
    if (diagnostics.length === 0) return [];
    const asked = await this.kernels.asked(document, start);
    if (!asked || token.isCancellationRequested) return [];
    const { kernel, documents, cells, at } = asked;
    const found = await kernel.ask("fixes", cells, at, document.offsetAt(end));
    return found.map((fix, index) => action(fix, documents, diagnostics, index === 0));
  }
}

function action(
  fix: QuickFix,
  documents: readonly vscode.TextDocument[],
  diagnostics: readonly vscode.Diagnostic[],
  isFirst: boolean,
): vscode.CodeAction {
  const offered = new vscode.CodeAction(titleOf(fix), vscode.CodeActionKind.QuickFix);
  const edit = new vscode.WorkspaceEdit();
  for (const change of fix.changes) edit.replace(uriOf(change, documents), rangeOf(change), change.text);
  offered.edit = edit;
  offered.isPreferred = isFirst;
  offered.diagnostics = diagnostics.filter(({ code }) => code === fix.code);
  return offered;
}

function titleOf({ kind, name, from = "" }: QuickFix): string {
  const { l10n } = vscode;
  if (kind === "import") return l10n.t("Import {0} from {1}", name, `"${from}"`);
  if (kind === "await") return l10n.t("Add await");
  if (kind === "async") return l10n.t("Make the function async");
  return l10n.t("Change to {0}", name);
}
