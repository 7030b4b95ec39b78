import * as vscode from "vscode";
import type { CellKernels } from "./cellText.js";
import { documentation } from "./documentation.js";

/** The parameters of the call being typed, from the notebook's session. */
export class CellSignatureHelp implements vscode.SignatureHelpProvider {
  static readonly triggers = { triggerCharacters: ["(", ",", "<"], retriggerCharacters: [")"] };

  constructor(readonly kernels: CellKernels) {}

  async provideSignatureHelp(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.SignatureHelp | undefined> {
    const kernel = await this.kernels.of(document);
    if (!kernel || token.isCancellationRequested) return undefined;
    const found = await kernel.signatureHelp(document.getText(), document.offsetAt(position));
    if (!found || token.isCancellationRequested) return undefined;
    const help = new vscode.SignatureHelp();
    help.activeSignature = found.activeSignature;
    help.activeParameter = found.activeParameter;
    help.signatures = found.signatures.map((signature) => {
      const shown = new vscode.SignatureInformation(signature.label, documentation(signature.documentation));
      shown.parameters = signature.parameters.map(
        (each) => new vscode.ParameterInformation(each.label, documentation(each.documentation)),
      );
      return shown;
    });
    return help;
  }
}
