import * as vscode from "vscode";
import type { CellKernels } from "./cellText.js";
import { documentation } from "./documentation.js";

/** Describes the name under the pointer, from the notebook's session. */
export class CellHover implements vscode.HoverProvider {
  constructor(readonly kernels: CellKernels) {}

  async provideHover(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.Hover | undefined> {
    const kernel = await this.kernels.of(document);
    if (!kernel || token.isCancellationRequested) return undefined;
    const found = await kernel.inspect(
      document.getText(),
      document.offsetAt(position),
      this.kernels.above(document),
    );
    if (!found || token.isCancellationRequested) return undefined;
    const signature = new vscode.MarkdownString().appendCodeblock(found.signature, "typescript");
    const contents = found.documentation ? [signature, documentation(found.documentation)] : [signature];
    const range = new vscode.Range(document.positionAt(found.start), document.positionAt(found.end));
    return new vscode.Hover(contents, range);
  }
}
