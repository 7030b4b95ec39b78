import * as vscode from "vscode";
import type { CellKernels } from "./cellText.js";
import { rangeOf, uriOf } from "./places.js";

/** Where a name is written: in all cells of the notebook, and in local files that they import. */
export class CellReferences implements vscode.ReferenceProvider {
  constructor(readonly kernels: CellKernels) {}

  async provideReferences(
    document: vscode.TextDocument,
    position: vscode.Position,
    { includeDeclaration }: vscode.ReferenceContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.Location[]> {
    const asked = await this.kernels.asked(document, position);
    if (!asked || token.isCancellationRequested) return [];
    const { kernel, documents, cells, at } = asked;
    const found = await kernel.ask("references", cells, at);
    return found
      .filter(({ isDeclaration }) => includeDeclaration || !isDeclaration)
      .map((place) => new vscode.Location(uriOf(place, documents), rangeOf(place)));
  }
}
