import type { JupyterMessage } from "../messages.js";

/** What carries messages between the kernel and its front ends. */
export interface Transport {
  /** @param onMessage takes what front ends send; @param onLost is called when the front end has gone */
  start(onMessage: (message: JupyterMessage) => void, onLost: () => void): Promise<void>;
  /** Resolves once the message has left this process, so that a slow front end slows the kernel. */
  send(message: JupyterMessage): Promise<void>;
  close(): Promise<void>;
}

/** Which transport a kernel is started with. */
export type TransportChoice = { readonly kind: "pipe"; readonly fd: number };
