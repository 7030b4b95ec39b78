import { ByteQueue } from "./byteQueue.js";

/** What arrived is not ZeroMQ's protocol, or more than this side takes. The connection ends. */
export class ZmtpError extends Error {
  override readonly name = "ZmtpError";
}

/** What one message may hold; checked before memory is taken. */
export interface ZmtpLimits {
  /** Bytes of all frames together. */
  readonly bytes: number;
  readonly frames: number;
}

export interface ZmtpListener {
  /** The peer's greeting was right. */
  onGreeting(): void;
  /** A command such as READY, SUBSCRIBE, PING. */
  onCommand(name: string, body: Buffer): void;
  /** A whole message. */
  onMessage(frames: Buffer[]): void;
}

const greetingLength = 64;
const longestCommand = 1 << 12;
const flag = { more: 1, long: 2, command: 4 } as const;

/** The greeting of ZMTP 3.0 (RFC 23): signature, version 3.0, the mechanism NULL. */
export const greeting: Buffer = Buffer.alloc(greetingLength);
greeting.set([0xff, 0, 0, 0, 0, 0, 0, 0, 0, 0x7f, 3, 0]);
greeting.write("NULL", 12, "latin1");

interface FrameHead {
  readonly flags: number;
  readonly headLength: number;
  readonly length: number;
}

/**
 * Reads one peer's side of ZMTP 3, the protocol of a ZeroMQ connection (RFC 23 and 37 of rfc.zeromq.org). What is
 * malformed or too large is refused by its first bytes.
 */
export class ZmtpReader {
  readonly #queue = new ByteQueue();
  #greeted = false;
  #frames: Buffer[] = [];
  #bytes = 0;

  constructor(
    readonly limits: ZmtpLimits,
    readonly listener: ZmtpListener,
  ) {}

  /** The memory that an unfinished message takes, in bytes, about. */
  get pending(): number {
    return this.#queue.length + this.#bytes + this.#frames.length * 128;
  }

  /**
   * @throws ZmtpError with what is wrong; nothing may be pushed after that
   */
  push(chunk: Uint8Array): void {
    this.#queue.push(chunk);
    if (!this.#greeted && !this.#greet()) return;
    for (let head = this.#head(); head; head = this.#head()) {
      if (this.#queue.length < head.headLength + head.length) return;
      this.#queue.skip(head.headLength);
      this.#frame(head.flags, this.#queue.take(head.length));
    }
  }

  #greet(): boolean {
    const queue = this.#queue;
    if (queue.at(0) !== 0xff || (queue.at(9) ?? 0x7f) % 2 === 0) throw new ZmtpError("it is not ZeroMQ");
    if ((queue.at(10) ?? 3) < 3) throw new ZmtpError("it is ZeroMQ older than 4.0 (ZMTP 3)");
    if (queue.length < greetingLength) return false;
    const mechanism = queue.take(greetingLength).toString("latin1", 12, 32).replace(/\0+$/, "");
    if (mechanism !== "NULL")
      throw new ZmtpError(
        `it asks for the security mechanism ${JSON.stringify(mechanism)}; only NULL is here`,
      );
    this.#greeted = true;
    this.listener.onGreeting();
    return true;
  }

  /** The head of the next frame, if it has arrived. */
  #head(): FrameHead | undefined {
    const flags = this.#queue.at(0);
    if (flags === undefined) return undefined;
    const isCommand = (flags & flag.command) !== 0;
    if (flags > 7 || (isCommand && flags & flag.more)) throw new ZmtpError("a frame has unknown flags");
    const headLength = flags & flag.long ? 9 : 2;
    if (this.#queue.length < headLength) return undefined;
    const length = flags & flag.long ? this.#queue.uint64(1) : this.#queue.at(1)!;
    this.#check(length, isCommand);
    return { flags, headLength, length };
  }

  #check(length: number, isCommand: boolean): void {
    const { bytes, frames } = this.limits;
    if (isCommand && length > longestCommand) throw new ZmtpError("a command is too long");
    if (isCommand) return;
    if (this.#bytes + length > bytes) throw new ZmtpError(`a message is larger than ${bytes} bytes`);
    if (this.#frames.length >= frames) throw new ZmtpError(`a message has more than ${frames} frames`);
  }

  #frame(flags: number, body: Buffer): void {
    if (flags & flag.command) return this.#command(body);
    this.#frames.push(body);
    this.#bytes += body.length;
    if (flags & flag.more) return;
    const frames = this.#frames;
    this.#frames = [];
    this.#bytes = 0;
    this.listener.onMessage(frames);
  }

  #command(body: Buffer): void {
    const length = body[0] ?? 0;
    if (length === 0 || body.length < 1 + length) throw new ZmtpError("a command has no name");
    this.listener.onCommand(body.toString("latin1", 1, 1 + length), body.subarray(1 + length));
  }
}
