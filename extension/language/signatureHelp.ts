import * as vscode from "vscode";
import type { SignatureHelp } from "../../kernel/contracts/languageReplies.js";
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
    const at = document.offsetAt(position);
    const found = await kernel.signatureHelp(document.getText(), at, this.kernels.above(document));
    if (!found || token.isCancellationRequested) return undefined;
    const help = new vscode.SignatureHelp();
    help.activeSignature = found.activeSignature;
    help.activeParameter = found.activeParameter;
    help.signatures = found.signatures.map((signature) => {
      const shown = new vscode.SignatureInformation(signature.label, documentation(signature.documentation));
      const places = placesOf(signature);
      shown.parameters = signature.parameters.map(
        (each, index) => new vscode.ParameterInformation(places[index], documentation(each.documentation)),
      );
      return shown;
    });
    return help;
  }
}

/** Where each parameter stands in its signature: a short one, such as `a`, may occur in other words before it. */
function placesOf({ label, parameters }: SignatureHelp["signatures"][number]): [number, number][] {
  let from = label.indexOf("(") + 1;
  return parameters.map((parameter) => {
    const start = label.indexOf(parameter.label, from);
    from = start + parameter.label.length;
    return [start, from];
  });
}
