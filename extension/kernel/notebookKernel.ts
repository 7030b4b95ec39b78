import path from "node:path";
import * as vscode from "vscode";
import { ChildProcessKernel, type ExecuteReply } from "../../kernel/protocol/childProcessKernel.js";
import type { KernelCrash } from "../../kernel/protocol/kernelProcess.js";
import type { ExecuteHandlers } from "../../kernel/protocol/openRequests.js";
import type { JupyterMessage } from "../../kernel/contracts/jupyterMessages.js";
import { Disposables } from "../disposables.js";
import type { KernelState } from "./kernelState.js";

export interface KernelPlace {
  /** The built kernel program, dist/kernel/protocol/childProcessEntry.js. */
  readonly entry: string;
  /** The notebook's folder. */
  readonly cwd: string;
  /** Node options for the process. */
  readonly execArgv: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly ignoreTypeErrors: boolean;
}

/** The kernel of one notebook: a process started when first needed, and again after it has died. */
export class NotebookKernel implements vscode.Disposable {
  readonly #owned = new Disposables();
  readonly #onDidChangeState = this.#owned.add(new vscode.EventEmitter<KernelState>());
  readonly #onDidCrash = this.#owned.add(new vscode.EventEmitter<KernelCrash>());
  readonly #onMessage = this.#owned.add(new vscode.EventEmitter<JupyterMessage>());
  readonly #onDidExecute = this.#owned.add(new vscode.EventEmitter<ExecuteReply>());
  readonly onDidChangeState = this.#onDidChangeState.event;
  readonly onDidCrash = this.#onDidCrash.event;
  readonly onMessage = this.#onMessage.event;
  /** Fires when a cell has ended: variables and types may have changed. */
  readonly onDidExecute = this.#onDidExecute.event;
  #state: KernelState = "not started";
  #process: Promise<ChildProcessKernel> | undefined;

  #hasRun = false;

  constructor(
    private document: vscode.NotebookDocument,
    readonly place: () => KernelPlace,
    readonly log: vscode.LogOutputChannel,
  ) {}

  get notebook(): vscode.NotebookDocument {
    return this.document;
  }

  /** Becomes the kernel of a notebook that was opened anew, under another name or the same. */
  moveTo(notebook: vscode.NotebookDocument): void {
    this.document = notebook;
  }

  /** Whether a cell has run in the present process: there may be variables to lose. */
  get hasRun(): boolean {
    return this.#hasRun;
  }

  get state(): KernelState {
    return this.#state;
  }

  /** The process if it is running and responsive; does not start one. */
  async running(): Promise<ChildProcessKernel | undefined> {
    const process = await this.#process?.catch(() => undefined);
    return process?.isAlive ? process : undefined;
  }

  /**
   * The process, started if there is none.
   * @throws Error with the process's output, when it exits instead of answering
   */
  start(): Promise<ChildProcessKernel> {
    this.#process ??= this.#spawn();
    return this.#process;
  }

  async execute(code: string, handlers: ExecuteHandlers): Promise<ExecuteReply> {
    const process = await this.start();
    this.#become("busy");
    this.#hasRun = true;
    const reply = await process.execute(code, handlers);
    if (process.isAlive) this.#become("idle");
    this.#onDidExecute.fire(reply);
    return reply;
  }

  async interrupt(): Promise<void> {
    await (await this.running())?.interrupt();
  }

  /** Stops what runs, such as a training, and waits until its record is complete. */
  async stopWork(): Promise<void> {
    await (await this.running())?.stopWork();
  }

  /** Replaces the process with a new one: all variables are lost. */
  async restart(): Promise<void> {
    await this.#end();
    await this.start();
  }

  dispose(): void {
    void this.#end();
    this.#owned.dispose();
  }

  /** Gives up the process, which stops what runs in order and ends by itself: VS Code does not wait that long. */
  async leave(): Promise<void> {
    const left = this.#process;
    this.#process = undefined;
    this.#owned.dispose();
    (await left?.catch(() => undefined))?.leave();
  }

  async #spawn(): Promise<ChildProcessKernel> {
    this.#become("starting");
    this.#hasRun = false;
    const place = this.place();
    try {
      const process = await ChildProcessKernel.start({ ...place });
      this.log.info(`Kernel of ${path.basename(this.notebook.uri.path)} runs as process ${process.pid}.`);
      process.onMessage((message) => this.#onMessage.fire(message));
      process.onLog((text) => this.log.warn(text.trimEnd()));
      process.onCrash((crash) => this.#crashed(crash));
      this.#become("idle");
      return process;
    } catch (error) {
      this.#process = undefined;
      this.#become("dead");
      this.log.error(error instanceof Error ? error : String(error));
      throw error;
    }
  }

  #crashed(crash: KernelCrash): void {
    this.#process = undefined;
    this.log.error(crash.message, crash.log);
    this.#become("dead");
    this.#onDidCrash.fire(crash);
  }

  async #end(): Promise<void> {
    const ending = this.#process;
    this.#process = undefined;
    const process = await ending?.catch(() => undefined);
    await process?.close();
    // another may have been started meanwhile
    if (!this.#process) this.#become("not started");
  }

  #become(state: KernelState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#onDidChangeState.fire(state);
  }
}
