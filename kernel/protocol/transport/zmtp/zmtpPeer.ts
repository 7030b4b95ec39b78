import type { Socket } from "node:net";
import { decodeProperties, encodeCommand, encodeMessage, encodeProperties } from "./zmtpEncoding.js";
import { greeting, ZmtpError, type ZmtpLimits, ZmtpReader } from "./zmtpReader.js";

/** Kinds of sockets, as ZMTP names them. */
export type SocketType = "ROUTER" | "PUB" | "REP";

/** Which kinds of sockets may connect to which (RFC 28 and 29). */
const partners: Readonly<Record<SocketType, readonly string[]>> = {
  ROUTER: ["DEALER", "REQ", "ROUTER"],
  PUB: ["SUB", "XSUB"],
  REP: ["REQ", "DEALER"],
};

/** Milliseconds that a peer may take to introduce itself. */
const introductionTime = 10_000;

/** A peer that has taken nothing for this many milliseconds, while so many bytes wait for it, is given up. */
const patience = { milliseconds: 30_000, bytes: 256 << 20 };

export interface PeerListener {
  onReady(peer: ZmtpPeer): void;
  onMessage(peer: ZmtpPeer, frames: Buffer[]): void;
  onCommand(peer: ZmtpPeer, name: string, body: Buffer): void;
  /** After each piece that has arrived. */
  onBytes(): void;
  /** @param reason why it was ended from here; undefined when the peer left */
  onClosed(peer: ZmtpPeer, reason: string | undefined): void;
}

/** One connection to a socket of ours. Whatever arrives on it ends at most the connection. */
export class ZmtpPeer {
  /** Chosen by the peer; empty when it has chosen none. */
  identity: Buffer = Buffer.alloc(0);
  isReady = false;
  /** It has sent a message that only a holder of the key can write. */
  isProven = false;
  readonly #reader: ZmtpReader;
  #reason: string | undefined;
  #lastTaken = Date.now();

  constructor(
    readonly socket: Socket,
    readonly type: SocketType,
    limits: ZmtpLimits,
    readonly listener: PeerListener,
  ) {
    this.#reader = new ZmtpReader(limits, {
      onGreeting: () => this.#write(encodeCommand("READY", encodeProperties({ "Socket-Type": type }))),
      onCommand: (name, body) => this.#command(name, body),
      onMessage: (frames) => this.#message(frames),
    });
    socket.setNoDelay(true);
    const timer = setTimeout(() => this.end("it did not introduce itself"), introductionTime).unref();
    socket.on("data", (chunk: Buffer) => {
      this.#read(chunk);
      if (this.isReady) clearTimeout(timer);
      listener.onBytes();
    });
    socket.on("error", () => {});
    socket.on("close", () => {
      clearTimeout(timer);
      listener.onClosed(this, this.#reason);
    });
    this.#write(greeting);
  }

  /** The memory that its unfinished message takes, in bytes, about. */
  get pending(): number {
    return this.#reader.pending;
  }

  send(frames: readonly (Uint8Array | string)[]): void {
    if (this.socket.destroyed) return;
    const hangs = this.socket.writableLength > patience.bytes;
    if (hangs && Date.now() - this.#lastTaken > patience.milliseconds)
      return this.end("it takes none of what waits for it");
    this.socket.cork();
    for (const part of encodeMessage(frames)) this.#write(part);
    this.socket.uncork();
  }

  /** Ends the connection at once. */
  end(reason: string): void {
    this.#reason ??= reason;
    this.socket.destroy();
  }

  #write(part: Uint8Array): void {
    if (!this.socket.destroyed) this.socket.write(part, () => (this.#lastTaken = Date.now()));
  }

  #read(chunk: Buffer): void {
    if (this.socket.destroyed) return;
    try {
      this.#reader.push(chunk);
    } catch (error) {
      this.end((error as Error).message);
    }
  }

  #message(frames: Buffer[]): void {
    if (!this.isReady) throw new ZmtpError("a message came before READY");
    if (!this.socket.destroyed) this.listener.onMessage(this, frames);
  }

  #command(name: string, body: Buffer): void {
    if (name === "ERROR") throw new ZmtpError("it refused the connection");
    if (name === "READY") return this.#ready(body);
    if (!this.isReady) throw new ZmtpError(`${JSON.stringify(name.slice(0, 20))} came before READY`);
    // A PING carries two bytes of time to live and a context of up to 16 bytes, which the answer repeats.
    if (name === "PING") return this.#write(encodeCommand("PONG", body.subarray(2, 18)));
    this.listener.onCommand(this, name, body);
  }

  #ready(body: Buffer): void {
    if (this.isReady) throw new ZmtpError("READY came twice");
    const properties = decodeProperties(body);
    const theirs = properties.get("socket-type")?.toString("latin1") ?? "";
    if (!partners[this.type].includes(theirs))
      throw new ZmtpError(`a ${this.type} does not speak with ${JSON.stringify(theirs.slice(0, 20))}`);
    this.identity = Buffer.from(properties.get("identity") ?? []);
    if (this.identity.length > 255) throw new ZmtpError("its identity is too long");
    this.isReady = true;
    this.listener.onReady(this);
  }
}
