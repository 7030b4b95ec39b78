import { once } from "node:events";
import { connect, type Socket } from "node:net";
import {
  encodeCommand,
  encodeMessage,
  encodeProperties,
} from "../../../../../kernel/protocol/transport/zmtp/zmtpEncoding.js";
import { greeting, ZmtpReader } from "../../../../../kernel/protocol/transport/zmtp/zmtpReader.js";
import { until } from "../../../../until.js";

/** The other end of a connection, for tests: says what it is told to, and hears whole messages. */
export class RawPeer {
  readonly messages: string[][] = [];
  readonly commands: string[] = [];
  isClosed = false;

  constructor(readonly socket: Socket) {
    const reader = new ZmtpReader(
      { bytes: 1 << 26, frames: 100 },
      {
        onGreeting: () => {},
        onCommand: (name) => this.commands.push(name),
        onMessage: (frames) => this.messages.push(frames.map(String)),
      },
    );
    socket.on("data", (chunk: Buffer) => reader.push(chunk));
    socket.on("error", () => {});
    socket.on("close", () => (this.isClosed = true));
  }

  /** Says nothing of itself. */
  static async silent(path: string): Promise<RawPeer> {
    const socket = connect(path);
    await once(socket, "connect");
    return new RawPeer(socket);
  }

  static async ready(path: string, type: string, identity = ""): Promise<RawPeer> {
    const peer = await RawPeer.silent(path);
    peer.write(
      greeting,
      encodeCommand("READY", encodeProperties({ "Socket-Type": type, Identity: identity })),
    );
    return peer;
  }

  write(...parts: (Uint8Array | string)[]): void {
    for (const part of parts) this.socket.write(part);
  }

  send(...frames: (Uint8Array | string)[]): void {
    this.write(...encodeMessage(frames));
  }

  /** The next message, which is taken out. */
  async hear(): Promise<string[]> {
    await until("a message comes", () => this.messages.length > 0, { everyMs: 5 });
    return this.messages.shift()!;
  }

  async closed(): Promise<void> {
    await until("the connection is closed", () => this.isClosed, { everyMs: 5 });
  }
}
