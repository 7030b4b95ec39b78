import type { JupyterMessage } from "../contracts/jupyterMessages.js";
import type { ChildProcessKernel } from "./childProcessKernel.js";

/** The messages between a front end's debugger and a kernel, on the control channel; none of them has a reply. */
export const debuggerMessages = {
  open: "aen.debugger_open",
  message: "aen.debugger_message",
  close: "aen.debugger_close",
} as const;

/** The line of a front end's debugger to the main thread of a kernel; it works while that thread is paused. */
export class DebuggerLine {
  readonly #stopHearing: () => void;

  /** @param hear takes what the inspector says: messages of the Chrome DevTools Protocol */
  constructor(
    readonly kernel: ChildProcessKernel,
    hear: (message: object) => void,
  ) {
    this.#stopHearing = kernel.onMessage(({ header, content }: JupyterMessage) => {
      if (header.msg_type === debuggerMessages.message) hear(content.message as object);
    });
    kernel.tell(debuggerMessages.open, {});
  }

  send(message: object): void {
    this.kernel.tell(debuggerMessages.message, { message });
  }

  /** Lets the main thread go, paused or not. */
  close(): void {
    this.#stopHearing();
    this.kernel.tell(debuggerMessages.close, {});
  }
}
