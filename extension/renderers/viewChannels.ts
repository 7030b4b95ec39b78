import { randomUUID } from "node:crypto";
import * as vscode from "vscode";
import type { JupyterMessage } from "../../kernel/contracts/jupyterMessages.js";
import { viewCommTarget } from "../../kernel/contracts/viewMessages.js";
import { Disposables } from "../disposables.js";
import type { NotebookKernel } from "../kernel/notebookKernel.js";
import type { NotebookKernels } from "../kernel/notebookKernels.js";

export interface ViewMessage {
  readonly notebook: vscode.NotebookDocument;
  readonly message: unknown;
}

/** One comm per kernel, shared by all views of its notebook. */
export class ViewChannels implements vscode.Disposable {
  readonly #owned = new Disposables();
  readonly #comms = new WeakMap<object, string>();
  readonly #onMessage = this.#owned.add(new vscode.EventEmitter<ViewMessage>());
  /** Fires when the kernel answers a view. */
  readonly onMessage = this.#onMessage.event;

  constructor(readonly kernels: NotebookKernels) {
    this.#owned.add(
      kernels.onDidAdd((kernel) => kernel.onMessage((message) => this.#receive(kernel, message))),
    );
  }

  /** Sends a view's message to the kernel. @returns whether there is a kernel to receive it */
  async send(notebook: vscode.NotebookDocument, message: unknown): Promise<boolean> {
    const process = await this.kernels.existing(notebook)?.running();
    if (!process) return false;
    let comm = this.#comms.get(process);
    if (comm === undefined) {
      comm = randomUUID();
      this.#comms.set(process, comm);
      process.sendComm("comm_open", { comm_id: comm, target_name: viewCommTarget, data: {} });
    }
    process.sendComm("comm_msg", { comm_id: comm, data: message });
    return true;
  }

  dispose(): void {
    this.#owned.dispose();
  }

  async #receive(kernel: NotebookKernel, { header, content }: JupyterMessage): Promise<void> {
    if (header.msg_type !== "comm_msg" && header.msg_type !== "comm_close") return;
    const process = await kernel.running();
    if (!process || this.#comms.get(process) !== content.comm_id) return;
    if (header.msg_type === "comm_close") this.#comms.delete(process);
    else this.#onMessage.fire({ notebook: kernel.notebook, message: content.data });
  }
}
