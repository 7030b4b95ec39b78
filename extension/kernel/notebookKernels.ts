import { tmpdir } from "node:os";
import path from "node:path";
import * as vscode from "vscode";
import { Disposables } from "../disposables.js";
import { NotebookKernel } from "./notebookKernel.js";

/** A kernel that goes on in a notebook that was opened anew. */
export interface KernelMove {
  readonly kernel: NotebookKernel;
  readonly from: vscode.NotebookDocument;
  readonly to: vscode.NotebookDocument;
}

/** How long a kernel without a notebook waits for it to be opened under its new name, in milliseconds. */
const renaming = 10_000;

/**
 * The kernels of the open notebooks, one each. A kernel ends when its notebook closes, unless a cell is running: then it
 * stays, and the notebook finds it when it is opened again. It also goes with a notebook that is renamed, moved or saved
 * under a name.
 */
export class NotebookKernels implements vscode.Disposable {
  readonly #owned = new Disposables();
  readonly #kernels = new Map<vscode.NotebookDocument, NotebookKernel>();
  /** Kernels whose notebook was closed, by the address at which it would be opened. */
  readonly #left = new Map<string, NotebookKernel>();
  readonly #renamed = new Map<string, string>();
  readonly #onDidLeave = this.#owned.add(new vscode.EventEmitter<NotebookKernel>());
  readonly #onDidMove = this.#owned.add(new vscode.EventEmitter<KernelMove>());
  /** Fires when a notebook was closed while a cell was running. */
  readonly onDidLeave = this.#onDidLeave.event;
  /** Fires when a kernel has got the notebook that follows its own. */
  readonly onDidMove = this.#onDidMove.event;
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
    this.#owned.add(vscode.workspace.onDidCloseNotebookDocument((notebook) => this.#closed(notebook)));
    this.#owned.add(vscode.workspace.onWillRenameFiles(({ files }) => this.#noteNames(files)));
  }

  /** The kernel of a notebook, created if there is none; its process starts on the first request. */
  of(notebook: vscode.NotebookDocument): NotebookKernel {
    const known = this.#kernels.get(notebook);
    if (known) return known;
    const left = this.#left.get(addressOf(notebook));
    if (left) return this.#give(left, notebook);
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
    return [...this.#kernels.values(), ...this.#left.values()];
  }

  /** Ends a kernel whose notebook was closed. */
  end(kernel: NotebookKernel): void {
    if (!this.all.includes(kernel)) return;
    for (const kernels of [this.#kernels, this.#left] as Map<unknown, NotebookKernel>[])
      for (const [key, each] of kernels) if (each === kernel) kernels.delete(key);
    kernel.dispose();
    this.#onDidChange.fire(kernel);
  }

  /** Whether a kernel has lost its notebook. */
  isLeft(kernel: NotebookKernel): boolean {
    return [...this.#left.values()].includes(kernel);
  }

  /** VS Code ends the extension at once: kernels that work stop in order by themselves. */
  dispose(): void {
    for (const kernel of this.all) if (kernel.state === "busy") void kernel.leave();
    for (const kernel of this.all) kernel.dispose();
    this.#kernels.clear();
    this.#left.clear();
    this.#owned.dispose();
  }

  #noteNames(files: readonly { readonly oldUri: vscode.Uri; readonly newUri: vscode.Uri }[]): void {
    for (const [notebook] of this.#kernels)
      for (const { oldUri, newUri } of files) {
        const [old, address] = [oldUri.toString(), addressOf(notebook)];
        if (address !== old && !address.startsWith(`${old}/`)) continue;
        this.#renamed.set(address, newUri.toString() + address.slice(old.length));
      }
  }

  #closed(notebook: vscode.NotebookDocument): void {
    const kernel = this.#kernels.get(notebook);
    if (!kernel) return;
    this.#kernels.delete(notebook);
    const renamed = this.#renamed.get(addressOf(notebook));
    this.#renamed.delete(addressOf(notebook));
    const successor = this.#successorOf(notebook, renamed);
    if (successor) this.#give(kernel, successor);
    else if (renamed !== undefined) this.#keepForRename(renamed, kernel);
    else if (kernel.state === "busy") {
      this.#left.set(addressOf(notebook), kernel);
      this.#onDidLeave.fire(kernel);
    } else {
      kernel.dispose();
      this.#onDidChange.fire(kernel);
    }
  }

  #keepForRename(address: string, kernel: NotebookKernel): void {
    this.#left.set(address, kernel);
    setTimeout(() => this.#left.get(address) === kernel && this.end(kernel), renaming).unref();
  }

  /** The open notebook that follows a closed one: under its new name, or the file that an unsaved one was saved as. */
  #successorOf(closed: vscode.NotebookDocument, renamed: string | undefined) {
    const isUnused = (each: vscode.NotebookDocument) => !this.#kernels.get(each)?.hasRun;
    const open = vscode.workspace.notebookDocuments.filter((each) => each !== closed && isUnused(each));
    if (renamed !== undefined) return open.find((each) => addressOf(each) === renamed);
    if (closed.uri.scheme !== "untitled") return undefined;
    const text = textOf(closed);
    return open.find((each) => each.uri.scheme !== "untitled" && textOf(each) === text);
  }

  #give(kernel: NotebookKernel, to: vscode.NotebookDocument): NotebookKernel {
    for (const [address, each] of this.#left) if (each === kernel) this.#left.delete(address);
    this.#kernels.get(to)?.dispose();
    const from = kernel.notebook;
    kernel.moveTo(to);
    this.#kernels.set(to, kernel);
    this.#onDidMove.fire({ kernel, from, to });
    this.#onDidChange.fire(kernel);
    return kernel;
  }

  #place(notebook: vscode.NotebookDocument) {
    const settings = vscode.workspace.getConfiguration("aen", notebook.uri);
    return {
      entry: path.join(this.extensionPath, "dist", "kernel", "protocol", "childProcessEntry.js"),
      cwd: folderOf(notebook),
      // if a stop does leave ids on Node's async id stack, the kernel survives
      execArgv: ["--no-force-async-hooks-checks"],
      env: {
        AEN_LANGUAGE: vscode.env.language,
        AEN_DEVICE: settings.get<string>("device", "auto"),
        ...usualSettings(settings),
        ...(notebook.uri.scheme === "file" && { AEN_NOTEBOOK: notebook.uri.fsPath }),
      },
      ignoreTypeErrors: settings.get<boolean>("runInSpiteOfTypeErrors", false),
    };
  }
}

/** The settings that the kernel takes by environment variables; without a number it decides. */
function usualSettings(settings: vscode.WorkspaceConfiguration): Record<string, string> {
  const numbers: Readonly<Record<string, number | null>> = {
    AEN_THREADS: settings.get<number>("threads", 0) || null,
    AEN_MEMORY_GIB: settings.get<number>("memory", 0) || null,
    AEN_CHECKPOINT_SECONDS: settings.get<number>("checkpointInterval", 300),
    AEN_CLIPS_WITH_FRAMES: settings.get<number>("clipsWithFrames", 4),
  };
  const set = Object.entries(numbers).filter(([, value]) => value !== null);
  return Object.fromEntries(set.map(([name, value]) => [name, String(value)]));
}

/** The base of a notebook's relative paths: its own folder, or the workspace's while it is unsaved. */
export function folderOf(notebook: vscode.NotebookDocument): string {
  if (notebook.uri.scheme === "file") return path.dirname(notebook.uri.fsPath);
  return vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? tmpdir();
}

function addressOf({ uri }: vscode.NotebookDocument): string {
  return uri.toString();
}

function textOf(notebook: vscode.NotebookDocument): string {
  return JSON.stringify(notebook.getCells().map(({ document }) => document.getText()));
}
