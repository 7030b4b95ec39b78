import { createHash } from "node:crypto";
import type { Duplex } from "node:stream";

/** The largest message that is taken, in bytes. */
const largest = 64 << 20;

const opcodes = { continuation: 0, text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const;

/** The answer to a client's `Sec-WebSocket-Key` (RFC 6455, section 4.2.2). */
export function acceptKey(key: string): string {
  return createHash("sha1").update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest("base64");
}

/** The server's end of a WebSocket that carries texts (RFC 6455), after its handshake. */
export class WebSocketConnection {
  #unread = Buffer.alloc(0);
  #parts: Buffer[] = [];

  constructor(
    readonly stream: Duplex,
    readonly onText: (text: string) => void,
    readonly onEnd: () => void,
  ) {
    stream.on("data", (chunk: Buffer) => this.#read(chunk));
    stream.on("error", () => stream.destroy());
    stream.once("close", onEnd);
  }

  send(text: string): void {
    this.#write(opcodes.text, Buffer.from(text));
  }

  close(): void {
    this.#write(opcodes.close, Buffer.alloc(0));
    this.stream.end();
  }

  #write(opcode: number, payload: Buffer): void {
    if (this.stream.writable) this.stream.write(Buffer.concat([frameHead(opcode, payload.length), payload]));
  }

  #read(chunk: Buffer): void {
    this.#unread = Buffer.concat([this.#unread, chunk]);
    for (let frame = takeFrame(this.#unread); frame; frame = takeFrame(this.#unread)) {
      if (frame === "refused") return void this.stream.destroy();
      this.#unread = this.#unread.subarray(frame.size);
      this.#take(frame);
    }
  }

  #take({ opcode, isLast, payload }: Frame): void {
    if (opcode === opcodes.close) return this.close();
    if (opcode === opcodes.ping) return this.#write(opcodes.pong, payload);
    if (opcode === opcodes.pong) return;
    this.#parts.push(payload);
    if (!isLast) return;
    const text = Buffer.concat(this.#parts).toString("utf8");
    this.#parts = [];
    this.onText(text);
  }
}

interface Frame {
  readonly opcode: number;
  readonly isLast: boolean;
  readonly payload: Buffer;
  /** Of the whole frame, in bytes. */
  readonly size: number;
}

/** The first frame in what has come; undefined while it is not complete. Frames of clients must be masked. */
function takeFrame(bytes: Buffer): Frame | "refused" | undefined {
  if (bytes.length < 2) return undefined;
  const short = bytes[1] & 127;
  const start = short === 126 ? 4 : short === 127 ? 10 : 2;
  if (bytes.length < start + 4) return undefined;
  const length =
    short === 126 ? bytes.readUInt16BE(2) : short === 127 ? Number(bytes.readBigUInt64BE(2)) : short;
  if (length > largest || (bytes[1] & 128) === 0) return "refused";
  const size = start + 4 + length;
  if (bytes.length < size) return undefined;
  const mask = bytes.subarray(start, start + 4);
  const payload = Buffer.from(bytes.subarray(start + 4, size));
  for (let index = 0; index < length; index++) payload[index] ^= mask[index & 3];
  return { opcode: bytes[0] & 15, isLast: (bytes[0] & 128) !== 0, payload, size };
}

function frameHead(opcode: number, length: number): Buffer {
  const head = Buffer.alloc(length < 126 ? 2 : length < 65_536 ? 4 : 10);
  head[0] = 128 | opcode;
  head[1] = length < 126 ? length : length < 65_536 ? 126 : 127;
  if (head.length === 4) head.writeUInt16BE(length, 2);
  if (head.length === 10) head.writeBigUInt64BE(BigInt(length), 2);
  return head;
}
