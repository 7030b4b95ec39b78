import type * as vscode from "vscode";
import type { CellKernels } from "./cellText.js";
import { rangeOf, uriOf } from "./places.js";

/** Leads from a name to its declaration, and to that of its type: in cells, local files, packages and `aen`. */
export class CellDefinition implements vscode.DefinitionProvider, vscode.TypeDefinitionProvider {
  constructor(readonly kernels: CellKernels) {}

  provideDefinition(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.LocationLink[]> {
    return this.#links("definitions", document, position, token);
  }

  provideTypeDefinition(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.LocationLink[]> {
    return this.#links("typeDefinitions", document, position, token);
  }

  async #links(
    question: "definitions" | "typeDefinitions",
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.LocationLink[]> {
    const asked = await this.kernels.asked(document, position);
    if (!asked || token.isCancellationRequested) return [];
    const { kernel, documents, cells, at } = asked;
    const found = await kernel.ask(question, cells, at);
    return (found?.places ?? []).map((place) => ({
      originSelectionRange: rangeOf(found!.origin),
      targetUri: uriOf(place, documents),
      targetRange: rangeOf(place),
    }));
  }
}
