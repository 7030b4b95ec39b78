import * as vscode from "vscode";
import type { Controller } from "../controller/controller.js";
import type { VariableDetails } from "../../kernel/contracts/variableDetails.js";
import { Disposables } from "../disposables.js";

import { showVariable } from "./showVariable.js";

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
  /** The notebook that was last in front: its variables stay when a file or a page is. */
  #notebook: vscode.NotebookDocument | undefined;

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
    const notebook = this.#shownNotebook();
    if (variable || !notebook || !this.controller.runs(notebook)) return [];
    const process = await this.controller.kernels.existing(notebook)?.running();
    if (!process) return [];
    this.#tree.description = notebook.uri.path.split("/").at(-1);
    const { variables } = await process.request("aen.variables_request", {});
    return (variables as Variable[] | undefined) ?? [];
  }

  #shownNotebook(): vscode.NotebookDocument | undefined {
    const inFront = vscode.window.activeNotebookEditor?.notebook;
    if (inFront) this.#notebook = inFront;
    if (this.#notebook?.isClosed) this.#notebook = undefined;
    return this.#notebook;
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
    item.iconPath = new vscode.ThemeIcon(iconOf(variable));
    item.contextValue = "variable";
    item.command = {
      command: "aen.variables.view",
      title: vscode.l10n.t("View Variable"),
      arguments: [name],
    };
    item.accessibilityInformation = { label: `${name}, ${String(item.description)}` };
    return item;
  }

  /** Opens what the kernel tells of a variable of the shown notebook as a page. */
  async view(name: string): Promise<void> {
    const notebook = this.#shownNotebook();
    const process = notebook && (await this.controller.kernels.existing(notebook)?.running());
    if (!process) throw new Error(vscode.l10n.t("No kernel is running: run a cell first."));
    const { details } = await process.request("aen.variable_request", { name });
    if (!details) throw new Error(vscode.l10n.t("There is no variable {0} any more.", name));
    showVariable(name, details as VariableDetails);
  }

  dispose(): void {
    this.#owned.dispose();
  }
}

function iconOf({ type, shape }: Variable): string {
  if (type === "function") return "symbol-function";
  if (type === "class") return "symbol-class";
  return shape ? "symbol-array" : "symbol-variable";
}

function readableSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1e6 ? `${(bytes / 1e3).toFixed(1)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
