import * as vscode from "vscode";
import type { CellDiagnostic } from "../../kernel/contracts/cellDiagnostic.js";

/** What npm accepts as the name of a package; nothing else may reach a shell. */
const packageName = /^(?:@[\w~][\w.~-]*\/)?[\w~][\w.~-]*$/;

/** Offers to install a package that a cell imports and that is missing. */
export class InstallPackage implements vscode.CodeActionProvider {
  static readonly command = "_aen.installPackage";

  provideCodeActions(
    _document: vscode.TextDocument,
    _range: vscode.Range,
    { diagnostics }: vscode.CodeActionContext,
  ): vscode.CodeAction[] {
    return diagnostics.flatMap((each) => {
      const { install } = each as Pick<CellDiagnostic, "install">;
      return install && packageName.test(install.name) ? [remedy(each, install)] : [];
    });
  }
}

function remedy(
  diagnostic: vscode.Diagnostic,
  { name, folder }: NonNullable<CellDiagnostic["install"]>,
): vscode.CodeAction {
  const title = vscode.l10n.t("Install {0} with npm", name);
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.diagnostics = [diagnostic];
  action.command = { command: InstallPackage.command, title, arguments: [name, folder] };
  return action;
}

/** Installs a package in a terminal, where the user sees what npm says. */
export function installWithNpm(name: string, folder: string): void {
  if (!packageName.test(name)) return;
  const terminal = vscode.window.createTerminal({ name: `npm install ${name}`, cwd: folder });
  terminal.show();
  terminal.sendText(`npm install ${name}`);
}
