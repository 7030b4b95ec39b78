import * as vscode from "vscode";
import type { Controller } from "../controller/controller.js";
import { Disposables } from "../disposables.js";

/** A variable as reported by the session. */
export interface Variable {
  readonly name: string;
  /** As written in code: "Tensor", "ClipSet", "number[]". */
  readonly type: string;
  /** Of tensors and arrays, e.g. [2, 16, 112, 112, 3]. */
  readonly shape?: readonly number[];
  /** Bytes of tensors and typed arrays. */
  readonly bytes?: number;
  /** A one-line summary of the value. */
  readonly summary: string;
}

/** The tree "Variables": the variables in the active notebook's session. */
export class VariablesView implements vscode.TreeDataProvider<Variable>, vscode.Disposable {
  readonly #owned = new Disposables();
  readonly #onDidChange = this.#owned.add(new vscode.EventEmitter<void>());
  readonly onDidChangeTreeData = this.#onDidChange.event;
  readonly #tree: vscode.TreeView<Variable>;

  constructor(readonly controller: Controller) {
    this.#tree = this.#owned.add(vscode.window.createTreeView("aen.variables", { treeDataProvider: this }));
    this.#owned.add(vscode.window.onDidChangeActiveNotebookEditor(() => this.refresh()));
    this.#owned.add(controller.kernels.onDidAdd((kernel) => kernel.onDidExecute(() => this.refresh())));
    this.#owned.add(controller.kernels.onDidChange(({ state }) => state !== "busy" && this.refresh()));
  }

  refresh(): void {
    this.#onDidChange.fire();
  }

  async getChildren(variable?: Variable): Promise<Variable[]> {
    const notebook = vscode.window.activeNotebookEditor?.notebook;
    if (variable || !notebook || !this.controller.runs(notebook)) return [];
    const process = await this.controller.kernels.existing(notebook)?.running();
    if (!process) return [];
    this.#tree.description = notebook.uri.path.split("/").at(-1);
    const { variables } = await process.request("aen.variables_request", {});
    return (variables as Variable[] | undefined) ?? [];
  }

  getTreeItem(variable: Variable): vscode.TreeItem {
    const { name, type, shape, bytes, summary } = variable;
    const item = new vscode.TreeItem(name);
    const size = [shape && `[${shape.join(", ")}]`, bytes !== undefined && readableSize(bytes)].filter(
      Boolean,
    );
    const kind = summary.startsWith(`${type} `) ? undefined : type;
    item.description = [kind, ...size, summary].filter(Boolean).join("  ");
    item.tooltip = new vscode.MarkdownString()
      .appendCodeblock(`${name}: ${type}${shape ? ` [${shape.join(", ")}]` : ""}`, "typescript")
      .appendText(summary);
    item.iconPath = new vscode.ThemeIcon(shape ? "symbol-array" : "symbol-variable");
    item.contextValue = "variable";
    item.accessibilityInformation = { label: `${name}, ${String(item.description)}` };
    return item;
  }

  dispose(): void {
    this.#owned.dispose();
  }
}

function readableSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1e6 ? `${(bytes / 1e3).toFixed(1)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
