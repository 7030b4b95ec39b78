/** Smallest memory that is kept while nothing waits, in bytes. */
const smallest = 1 << 12;

/** Bytes that have arrived and not been read. Takes no more than twice the memory of what waits. */
export class ByteQueue {
  #bytes = Buffer.allocUnsafe(smallest);
  #start = 0;
  #end = 0;

  /** The number of bytes that wait. */
  get length(): number {
    return this.#end - this.#start;
  }

  push(chunk: Uint8Array): void {
    if (this.#end + chunk.length > this.#bytes.length) this.#move(this.length + chunk.length);
    this.#bytes.set(chunk, this.#end);
    this.#end += chunk.length;
  }

  /** The byte at a place, counted from the oldest that waits; undefined beyond the last. */
  at(index: number): number | undefined {
    return index < this.length ? this.#bytes[this.#start + index] : undefined;
  }

  /** An unsigned number of 64 bits, big-endian; beyond 2^53 only roughly. Its eight bytes must be there. */
  uint64(index: number): number {
    const at = this.#start + index;
    return this.#bytes.readUInt32BE(at) * 2 ** 32 + this.#bytes.readUInt32BE(at + 4);
  }

  /** Removes the oldest bytes and gives a copy of them; that many must be there. */
  take(count: number): Buffer {
    const taken = Buffer.from(this.#bytes.subarray(this.#start, this.#start + count));
    this.skip(count);
    return taken;
  }

  skip(count: number): void {
    this.#start += count;
    if (this.#start < this.#end) return;
    this.#start = this.#end = 0;
    if (this.#bytes.length > smallest * 64) this.#bytes = Buffer.allocUnsafe(smallest);
  }

  /** Makes room for what waits and more. */
  #move(needed: number): void {
    const fits = needed <= this.#bytes.length / 2;
    const target = fits ? this.#bytes : Buffer.allocUnsafe(Math.max(needed, this.#bytes.length * 2));
    this.#bytes.copy(target, 0, this.#start, this.#end);
    this.#bytes = target;
    this.#end -= this.#start;
    this.#start = 0;
  }
}
