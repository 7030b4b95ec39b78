import { tmpdir } from "node:os";
import path from "node:path";
import * as vscode from "vscode";
import { Disposables } from "../disposables.js";
import { NotebookKernel } from "./notebookKernel.js";

/** The kernels of the open notebooks, one each; a kernel ends with its notebook. */
export class NotebookKernels implements vscode.Disposable {
  readonly #owned = new Disposables();
  readonly #kernels = new Map<vscode.NotebookDocument, NotebookKernel>();
  readonly #onDidAdd = this.#owned.add(new vscode.EventEmitter<NotebookKernel>());
  readonly #onDidChange = this.#owned.add(new vscode.EventEmitter<NotebookKernel>());
  /** A notebook has got its kernel, which need not run yet. */
  readonly onDidAdd = this.#onDidAdd.event;
  /** The state of a kernel has changed, or it has gone. */
  readonly onDidChange = this.#onDidChange.event;

  constructor(
    readonly extensionPath: string,
    readonly log: vscode.LogOutputChannel,
  ) {
    this.#owned.add(vscode.workspace.onDidCloseNotebookDocument((notebook) => this.#remove(notebook)));
  }

  /** The kernel of a notebook, made where there is none; its process starts when it is first asked. */
  of(notebook: vscode.NotebookDocument): NotebookKernel {
    const known = this.#kernels.get(notebook);
    if (known) return known;
    const kernel = new NotebookKernel(notebook, () => this.#place(notebook), this.log);
    this.#kernels.set(notebook, kernel);
    kernel.onDidChangeState(() => this.#onDidChange.fire(kernel));
    this.#onDidAdd.fire(kernel);
    return kernel;
  }

  /** The kernel of a notebook that has one. */
  existing(notebook: vscode.NotebookDocument | undefined): NotebookKernel | undefined {
    return notebook && this.#kernels.get(notebook);
  }

  get all(): NotebookKernel[] {
    return [...this.#kernels.values()];
  }

  dispose(): void {
    for (const kernel of this.#kernels.values()) kernel.dispose();
    this.#kernels.clear();
    this.#owned.dispose();
  }

  #remove(notebook: vscode.NotebookDocument): void {
    const kernel = this.#kernels.get(notebook);
    if (!kernel) return;
    this.#kernels.delete(notebook);
    kernel.dispose();
    this.#onDidChange.fire(kernel);
  }

  #place(notebook: vscode.NotebookDocument) {
    const settings = vscode.workspace.getConfiguration("aen", notebook.uri);
    return {
      entry: path.join(this.extensionPath, "dist", "kernel", "protocol", "childProcessEntry.js"),
      cwd: folderOf(notebook),
      // a loop without end is ended through the inspector, which Node would take for a corrupted stack of async ids
      execArgv: ["--no-force-async-hooks-checks"],
      env: { AEN_DEVICE: settings.get<string>("device", "auto") },
      ignoreTypeErrors: settings.get<boolean>("runInSpiteOfTypeErrors", false),
    };
  }
}

/** Where a notebook's relative paths begin: its own folder, or the workspace's while it has not been saved. */
export function folderOf(notebook: vscode.NotebookDocument): string {
  if (notebook.uri.scheme === "file") return path.dirname(notebook.uri.fsPath);
  return vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? tmpdir();
}
