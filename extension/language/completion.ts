import * as vscode from "vscode";
import type { Completions } from "../../kernel/contracts/languageReplies.js";
import type { CellKernels } from "./cellText.js";
import { documentation } from "./documentation.js";

/** TypeScript's completion kinds as VS Code's. */
const kinds: Readonly<Record<string, vscode.CompletionItemKind>> = {
  keyword: vscode.CompletionItemKind.Keyword,
  module: vscode.CompletionItemKind.Module,
  class: vscode.CompletionItemKind.Class,
  interface: vscode.CompletionItemKind.Interface,
  type: vscode.CompletionItemKind.Interface,
  enum: vscode.CompletionItemKind.Enum,
  "enum member": vscode.CompletionItemKind.EnumMember,
  var: vscode.CompletionItemKind.Variable,
  let: vscode.CompletionItemKind.Variable,
  const: vscode.CompletionItemKind.Constant,
  alias: vscode.CompletionItemKind.Reference,
  "local var": vscode.CompletionItemKind.Variable,
  function: vscode.CompletionItemKind.Function,
  "local function": vscode.CompletionItemKind.Function,
  method: vscode.CompletionItemKind.Method,
  getter: vscode.CompletionItemKind.Property,
  setter: vscode.CompletionItemKind.Property,
  property: vscode.CompletionItemKind.Property,
  constructor: vscode.CompletionItemKind.Constructor,
  string: vscode.CompletionItemKind.Constant,
  directory: vscode.CompletionItemKind.Folder,
  script: vscode.CompletionItemKind.File,
};

interface CellItem extends vscode.CompletionItem {
  /** The cell's text with this item inserted, and the item's position in it. */
  readonly applied: {
    readonly document: vscode.TextDocument;
    readonly code: string;
    readonly cursor: number;
  };
}

/** Completion in cells, from the notebook's session. */
export class CellCompletion implements vscode.CompletionItemProvider<CellItem> {
  static readonly triggers = [".", '"', "'", "/", "@", "#"];

  constructor(readonly kernels: CellKernels) {}

  async provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.CompletionList<CellItem> | undefined> {
    const kernel = await this.kernels.of(document);
    if (!kernel || token.isCancellationRequested) return undefined;
    const code = document.getText();
    const found = await kernel.complete(code, document.offsetAt(position), this.kernels.above(document));
    if (token.isCancellationRequested) return undefined;
    return new vscode.CompletionList(completionItems(document, code, found));
  }

  async resolveCompletionItem(item: CellItem): Promise<CellItem> {
    const { document, code, cursor } = item.applied;
    const kernel = await this.kernels.of(document);
    const found = await kernel?.inspect(code, cursor, this.kernels.above(document));
    if (!found) return item;
    item.detail = found.signature;
    if (found.documentation !== "") item.documentation = documentation(found.documentation);
    return item;
  }
}

function completionItems(document: vscode.TextDocument, code: string, found: Completions): CellItem[] {
  const { start, end, matches } = found;
  const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
  return matches.map(({ text, kind }, index) => {
    const item = new vscode.CompletionItem(text, kinds[kind] ?? vscode.CompletionItemKind.Variable);
    const applied = {
      document,
      code: code.slice(0, start) + text + code.slice(end),
      cursor: start + Math.max(0, text.length - 1),
    };
    // `?.name` in place of what is typed with a dot: `.na`
    const filterText = text.startsWith("?.") ? text.slice(1) : undefined;
    return Object.assign(item, { range, filterText, sortText: String(index).padStart(5, "0"), applied });
  });
}
