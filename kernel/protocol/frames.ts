import type { JupyterMessage } from "../contracts/jupyterMessages.js";
import { jsonText } from "./jsonText.js";

/**
 * Encodes a message for a byte stream: the length of the JSON part (u32, big-endian), the number of binary buffers and
 * their lengths (u32 each), the JSON part in UTF-8, then the raw buffers.
 */
export function encodeFrame(message: JupyterMessage): Buffer[] {
  const { buffers, identities: _, ...rest } = message;
  const json = Buffer.from(jsonText(rest), "utf8");
  const head = Buffer.allocUnsafe(8 + 4 * buffers.length);
  head.writeUInt32BE(json.length, 0);
  head.writeUInt32BE(buffers.length, 4);
  buffers.forEach((buffer, index) => head.writeUInt32BE(buffer.byteLength, 8 + 4 * index));
  const views = buffers.map((each) => Buffer.from(each.buffer, each.byteOffset, each.byteLength));
  return [head, json, ...views];
}

/** Reassembles messages from the chunks that the stream delivers. */
export class FrameReader {
  #chunks: Buffer[] = [];
  #length = 0;

  constructor(readonly onMessage: (message: JupyterMessage) => void) {}

  push(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#length += chunk.length;
    for (let message = this.#next(); message; message = this.#next()) this.onMessage(message);
  }

  #next(): JupyterMessage | undefined {
    if (this.#length < 8) return undefined;
    const count = this.#peek(8).readUInt32BE(4);
    const headLength = 8 + 4 * count;
    if (this.#length < headLength) return undefined;
    const head = this.#peek(headLength);
    const lengths = Array.from({ length: count + 1 }, (_, index) =>
      head.readUInt32BE(index === 0 ? 0 : 4 + 4 * index),
    );
    const total = lengths.reduce((sum, each) => sum + each, headLength);
    if (this.#length < total) return undefined;
    const frame = this.#peek(total);
    this.#drop(total);
    return decode(frame, headLength, lengths);
  }

  #peek(length: number): Buffer {
    if (this.#chunks[0].length < length) this.#chunks = [Buffer.concat(this.#chunks)];
    return this.#chunks[0].subarray(0, length);
  }

  #drop(length: number): void {
    const rest = this.#chunks[0].subarray(length);
    if (rest.length > 0) this.#chunks[0] = rest;
    else this.#chunks.shift();
    this.#length -= length;
  }
}

function decode(frame: Buffer, headLength: number, lengths: readonly number[]): JupyterMessage {
  let offset = headLength;
  const parts = lengths.map((length) => frame.subarray(offset, (offset += length)));
  const message = JSON.parse(parts[0].toString("utf8")) as JupyterMessage;
  return { ...message, buffers: parts.slice(1).map((part) => new Uint8Array(part)) };
}
