import * as vscode from "vscode";
import type { InlayHint, InlayPreferences } from "../../kernel/contracts/languageQuestions.js";
import type { CellKernels } from "./cellText.js";

/** Names of parameters and types between the words of a cell, as the user's settings for TypeScript want them. */
export class CellInlayHints implements vscode.InlayHintsProvider {
  constructor(readonly kernels: CellKernels) {}

  async provideInlayHints(
    document: vscode.TextDocument,
    { start, end }: vscode.Range,
    token: vscode.CancellationToken,
  ): Promise<vscode.InlayHint[]> {
    const preferences = wanted(document);
    if (!Object.values(preferences).some((each) => each === true || (each && each !== "none"))) return [];
    const asked = await this.kernels.asked(document, start);
    if (!asked || token.isCancellationRequested) return [];
    const { kernel, cells, at } = asked;
    const found = await kernel.ask("inlayHints", cells, at, document.offsetAt(end), preferences);
    return found.map(shown);
  }
}

/** VS Code's settings for both languages, or those for TypeScript alone that they replace. */
function wanted({ uri }: vscode.TextDocument): InlayPreferences {
  const both = vscode.workspace.getConfiguration("js/ts.inlayHints", uri);
  const own = vscode.workspace.getConfiguration("typescript.inlayHints", uri);
  const isOn = (name: string): boolean => (own.get<boolean>(name) || both.get<boolean>(name)) === true;
  const names = [own, both].map((each) =>
    each.get<InlayPreferences["includeInlayParameterNameHints"]>("parameterNames.enabled"),
  );
  return {
    includeInlayParameterNameHints: names.find((each) => each && each !== "none") ?? "none",
    includeInlayFunctionParameterTypeHints: isOn("parameterTypes.enabled"),
    includeInlayVariableTypeHints: isOn("variableTypes.enabled"),
    includeInlayPropertyDeclarationTypeHints: isOn("propertyDeclarationTypes.enabled"),
    includeInlayFunctionLikeReturnTypeHints: isOn("functionLikeReturnTypes.enabled"),
    includeInlayEnumMemberValueHints: isOn("enumMemberValues.enabled"),
  };
}

function shown({ at, text, isParameter, whitespaceBefore, whitespaceAfter }: InlayHint): vscode.InlayHint {
  const kind = isParameter ? vscode.InlayHintKind.Parameter : vscode.InlayHintKind.Type;
  const hint = new vscode.InlayHint(new vscode.Position(at.line, at.character), text, kind);
  return Object.assign(hint, { paddingLeft: whitespaceBefore, paddingRight: whitespaceAfter });
}
