import { Socket } from "node:net";
import { encodeFrame, FrameReader } from "../frames.js";
import type { JupyterMessage } from "../../contracts/jupyterMessages.js";
import type { Transport } from "./transport.js";

/** Carries messages over a file descriptor that the parent process has opened. */
export class PipeTransport implements Transport {
  readonly #socket: Socket;
  /** Called when the socket ends, unless this side has closed it. */
  #onLost = () => {};

  constructor(fd: number) {
    this.#socket = new Socket({ fd, readable: true, writable: true });
  }

  async start(onMessage: (message: JupyterMessage) => void, onLost: () => void): Promise<void> {
    const reader = new FrameReader(onMessage);
    this.#socket.on("data", (chunk: Buffer) => reader.push(chunk));
    this.#onLost = onLost;
    this.#socket.on("error", () => this.#onLost());
    this.#socket.on("close", () => this.#onLost());
  }

  send(message: JupyterMessage): Promise<void> {
    return new Promise((resolve) => {
      const parts = encodeFrame(message);
      this.#socket.cork();
      for (const part of parts) this.#socket.write(part);
      this.#socket.write("", () => resolve());
      this.#socket.uncork();
    });
  }

  close(): Promise<void> {
    this.#onLost = () => {};
    return new Promise((resolve) => this.#socket.end(() => resolve()));
  }
}
