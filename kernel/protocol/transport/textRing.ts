/** A piece of text in transit, and what it belongs to. */
export interface RingText {
  readonly text: string;
  /** The number of messages sent before it; it must not overtake them or be overtaken by later ones. */
  readonly after: number;
  /** The cell that wrote it, as a number that both sides know. */
  readonly writer: number;
  readonly name: "stdout" | "stderr";
}

/** Records begin at multiples of this many bytes; a record's header has the same length. */
const unit = 16;
const skip = -1;
const headAt = 0;
const tailAt = 1;

/** The memory of a ring; its capacity in bytes is a power of two. */
export interface RingMemory {
  /** Write and read positions, in units, counted up without reset. */
  readonly positions: Int32Array;
  readonly bytes: Uint8Array;
}

export function newRingMemory(capacity: number): RingMemory {
  return {
    positions: new Int32Array(new SharedArrayBuffer(8)),
    bytes: new Uint8Array(new SharedArrayBuffer(capacity)),
  };
}

/**
 * A text buffer in memory shared by two threads, written by one and read by the other. For a cell that prints a hundred
 * thousand lines, posting messages costs three times as much as the printing itself; this costs next to nothing.
 */
export class TextRing {
  readonly #positions: Int32Array;
  readonly #bytes: Buffer;
  readonly #fields: Int32Array;
  readonly #units: number;

  constructor({ positions, bytes }: RingMemory) {
    this.#positions = positions;
    this.#bytes = Buffer.from(bytes.buffer);
    this.#fields = new Int32Array(bytes.buffer);
    this.#units = bytes.length / unit;
  }

  /** The longest text that can be written, in UTF-16 units: it takes at most a quarter of the memory. */
  get longest(): number {
    return Math.floor((this.#units * unit) / 4 / 3) - unit;
  }

  /**
   * Writes a text; what UTF-8 cannot encode (a lone surrogate) becomes U+FFFD, as on any stream.
   *
   * @returns its length in bytes; undefined when there is no room until the other side reads more
   */
  write({ text, after, writer, name }: RingText): number | undefined {
    const length = Buffer.byteLength(text);
    const needed = 1 + Math.ceil(length / unit);
    let head = this.#positions[headAt];
    const free = this.#units - ((head - Atomics.load(this.#positions, tailAt)) | 0);
    let at = this.#place(head);
    const toEnd = this.#units - at;
    const skipped = needed > toEnd ? toEnd : 0;
    if (skipped + needed > free) return undefined;
    if (skipped > 0) {
      this.#fields[at * 4] = skip;
      head = (head + skipped) | 0;
      at = 0;
    }
    this.#fields.set([length, after, writer, name === "stdout" ? 0 : 1], at * 4);
    this.#bytes.write(text, (at + 1) * unit, length, "utf8");
    Atomics.store(this.#positions, headAt, (head + needed) | 0);
    return length;
  }

  /** Removes and returns the oldest text, unless it must wait for messages that have not been sent yet. */
  read(sent: number): (RingText & { readonly bytes: number }) | undefined {
    const tail = this.#positions[tailAt];
    if (tail === Atomics.load(this.#positions, headAt)) return undefined;
    const at = this.#place(tail);
    const [length, after, writer, stream] = this.#fields.subarray(at * 4, at * 4 + 4);
    if (length === skip) {
      this.#advance(tail, this.#units - at);
      return this.read(sent);
    }
    if (((after - sent) | 0) > 0) return undefined;
    const begin = (at + 1) * unit;
    const text = this.#bytes.toString("utf8", begin, begin + length);
    this.#advance(tail, 1 + Math.ceil(length / unit));
    return { text, after, writer, name: stream === 0 ? "stdout" : "stderr", bytes: length };
  }

  /** Waits until something has been read; `wait` blocks the thread while a memory location holds a given value. */
  waitForRoom(wait: (memory: Int32Array, index: number, value: number) => void): void {
    wait(this.#positions, tailAt, Atomics.load(this.#positions, tailAt));
  }

  #place(position: number): number {
    return position & (this.#units - 1);
  }

  #advance(tail: number, units: number): void {
    Atomics.store(this.#positions, tailAt, (tail + units) | 0);
    Atomics.notify(this.#positions, tailAt);
  }
}
