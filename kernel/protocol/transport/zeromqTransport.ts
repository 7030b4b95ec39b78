import { writeSync } from "node:fs";
import { Publisher, Reply, Router } from "zeromq";
import type { ChannelName, JupyterMessage } from "../messages.js";
import type { SigningKey } from "./signature.js";
import type { JupyterConnection, Transport } from "./transport.js";
import { fromFrames, toFrames } from "./zeromqMessages.js";

const linger = 2000;

/** Carries messages over the five ZeroMQ sockets of a Jupyter connection file. */
export class ZeromqTransport implements Transport {
  readonly #routers: Record<"shell" | "control" | "stdin", Router>;
  /** Never drops a message: what a cell may put out is bounded by the session. */
  readonly #iopub = new Publisher({ linger, sendHighWaterMark: 0 });
  readonly #heartbeat = new Reply({ linger: 0 });
  readonly #key: SigningKey;

  constructor(readonly connection: JupyterConnection) {
    const router = () => new Router({ linger, sendHighWaterMark: 0, handover: true });
    this.#routers = { shell: router(), control: router(), stdin: router() };
    this.#key = { key: connection.key, scheme: connection.signature_scheme };
  }

  async start(onMessage: (message: JupyterMessage) => void, onLost: () => void): Promise<void> {
    const { shell_port, control_port, stdin_port, iopub_port, hb_port } = this.connection;
    await this.#heartbeat.bind(this.#address(hb_port));
    await this.#iopub.bind(this.#address(iopub_port));
    await this.#routers.stdin.bind(this.#address(stdin_port));
    await this.#routers.control.bind(this.#address(control_port));
    await this.#routers.shell.bind(this.#address(shell_port));
    void this.#echo();
    for (const channel of ["shell", "control", "stdin"] as const) void this.#receive(channel, onMessage);
    watchParent(onLost);
  }

  async send(message: JupyterMessage): Promise<void> {
    const socket = message.channel === "iopub" ? this.#iopub : this.#routers[message.channel];
    await socket.send(toFrames(message, this.#key));
  }

  async close(): Promise<void> {
    for (const socket of [...Object.values(this.#routers), this.#iopub, this.#heartbeat]) socket.close();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }

  #address(port: number): string {
    const { transport, ip } = this.connection;
    return `${transport}://${ip}${transport === "ipc" ? "-" : ":"}${port}`;
  }

  async #receive(
    channel: Exclude<ChannelName, "iopub">,
    onMessage: (message: JupyterMessage) => void,
  ): Promise<void> {
    for await (const frames of this.#routers[channel]) {
      try {
        onMessage(fromFrames(frames, channel, this.#key));
      } catch (error) {
        log(`A message on ${channel} was ignored: ${(error as Error).message}.`);
      }
    }
  }

  async #echo(): Promise<void> {
    for await (const frames of this.#heartbeat) await this.#heartbeat.send(frames);
  }
}

/** Ends with the program that started the kernel, where it says which one that is. */
function watchParent(onLost: () => void): void {
  if (!process.env.JPY_PARENT_PID || process.platform === "win32") return;
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && onLost(), 1000).unref();
}

function log(text: string): void {
  writeSync(2, `${text}\n`);
}
