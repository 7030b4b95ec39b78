import { tmpdir } from "node:os";
import path from "node:path";
import * as vscode from "vscode";
import { Disposables } from "../disposables.js";
import { NotebookKernel } from "./notebookKernel.js";

/** The kernels of the open notebooks, one each. A kernel ends when its notebook closes. */
export class NotebookKernels implements vscode.Disposable {
  readonly #owned = new Disposables();
  readonly #kernels = new Map<vscode.NotebookDocument, NotebookKernel>();
  readonly #onDidAdd = this.#owned.add(new vscode.EventEmitter<NotebookKernel>());
  readonly #onDidChange = this.#owned.add(new vscode.EventEmitter<NotebookKernel>());
  /** Fires when a notebook has got its kernel, which need not be running yet. */
  readonly onDidAdd = this.#onDidAdd.event;
  /** Fires when a kernel has changed state or been removed. */
  readonly onDidChange = this.#onDidChange.event;

  constructor(
    readonly extensionPath: string,
    readonly log: vscode.LogOutputChannel,
  ) {
    this.#owned.add(vscode.workspace.onDidCloseNotebookDocument((notebook) => this.#remove(notebook)));
  }

  /** The kernel of a notebook, created if there is none; its process starts on the first request. */
  of(notebook: vscode.NotebookDocument): NotebookKernel {
    const known = this.#kernels.get(notebook);
    if (known) return known;
    const kernel = new NotebookKernel(notebook, () => this.#place(notebook), this.log);
    this.#kernels.set(notebook, kernel);
    kernel.onDidChangeState(() => this.#onDidChange.fire(kernel));
    this.#onDidAdd.fire(kernel);
    return kernel;
  }

  /** The kernel of a notebook, if it has one. */
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
      // if a stop does leave ids on Node's async id stack, the kernel survives
      execArgv: ["--no-force-async-hooks-checks"],
      env: {
        AEN_DEVICE: settings.get<string>("device", "auto"),
        ...(notebook.uri.scheme === "file" && { AEN_NOTEBOOK: notebook.uri.fsPath }),
      },
      ignoreTypeErrors: settings.get<boolean>("runInSpiteOfTypeErrors", false),
    };
  }
}

/** The base of a notebook's relative paths: its own folder, or the workspace's while it is unsaved. */
export function folderOf(notebook: vscode.NotebookDocument): string {
  if (notebook.uri.scheme === "file") return path.dirname(notebook.uri.fsPath);
  return vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? tmpdir();
}
