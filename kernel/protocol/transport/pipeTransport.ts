import { Socket } from "node:net";
import { encodeFrame, FrameReader } from "../frames.js";
import type { JupyterMessage } from "../messages.js";
import type { Transport } from "./transport.js";

/** Carries messages over a file descriptor that the parent process has opened. */
export class PipeTransport implements Transport {
  readonly #socket: Socket;

  constructor(fd: number) {
    this.#socket = new Socket({ fd, readable: true, writable: true });
  }

  async start(onMessage: (message: JupyterMessage) => void, onLost: () => void): Promise<void> {
    const reader = new FrameReader(onMessage);
    this.#socket.on("data", (chunk: Buffer) => reader.push(chunk));
    this.#socket.on("error", onLost);
    this.#socket.on("close", onLost);
  }

  send(message: JupyterMessage): Promise<void> {
    return new Promise((resolve) => {
      this.#socket.cork();
      for (const part of encodeFrame(message)) this.#socket.write(part);
      this.#socket.write("", () => resolve());
      this.#socket.uncork();
    });
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.#socket.end(() => resolve()));
  }
}
