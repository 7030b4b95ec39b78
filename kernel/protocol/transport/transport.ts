import type { JupyterMessage } from "../../contracts/jupyterMessages.js";

/** Carries messages between the kernel and its front ends. */
export interface Transport {
  /** @param onMessage takes what front ends send; @param onLost called when the front end has gone */
  start(onMessage: (message: JupyterMessage) => void, onLost: () => void): Promise<void>;
  /** Resolves once the message has left this process, so that a slow front end slows the kernel. */
  send(message: JupyterMessage): Promise<void>;
  close(): Promise<void>;
}

/** The content of a Jupyter connection file. */
export interface JupyterConnection {
  readonly transport: "tcp" | "ipc";
  readonly ip: string;
  readonly shell_port: number;
  readonly control_port: number;
  readonly stdin_port: number;
  readonly iopub_port: number;
  readonly hb_port: number;
  readonly key: string;
  readonly signature_scheme: string;
}

/** The transport that a kernel is started with. */
export type TransportChoice =
  | { readonly kind: "pipe"; readonly fd: number }
  | { readonly kind: "zeromq"; readonly connection: JupyterConnection };
