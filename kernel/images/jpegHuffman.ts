/** Codes of up to this many bits are looked up at once. */
const shortBits = 9;

/** A Huffman table of a JPEG. An entry is the code's length times 256 plus its symbol. */
export class HuffmanTable {
  /** By the next 9 bits; 0 where the code is longer. */
  readonly short = new Uint16Array(1 << shortBits);
  /** For each length, where its codes end, in 16 bits, and the entry of its first code less that code. */
  readonly #limits = new Int32Array(17);
  readonly #offsets = new Int32Array(17);

  /**
   * @param counts how many codes have 1, 2, ... 16 bits
   * @param symbols of the codes, in ascending order of codes
   */
  constructor(
    counts: Uint8Array,
    private readonly symbols: Uint8Array,
  ) {
    let [code, place] = [0, 0];
    for (let length = 1; length <= 16; length++) {
      this.#offsets[length] = place - code;
      for (let n = 0; n < counts[length - 1]; n++) this.#add(code++, length, symbols[place++]);
      this.#limits[length] = code << (16 - length);
      code <<= 1;
    }
  }

  /**
   * The entry of a code that is longer than 9 bits.
   * @param bits the next 16
   * @returns -1 where there is no such code
   */
  long(bits: number): number {
    for (let length = shortBits + 1; length <= 16; length++) {
      if (bits >= this.#limits[length]) continue;
      return (length << 8) | this.symbols[this.#offsets[length] + (bits >> (16 - length))];
    }
    return -1;
  }

  #add(code: number, length: number, symbol: number): void {
    if (length > shortBits) return;
    const from = code << (shortBits - length);
    this.short.fill((length << 8) | symbol, from, from + (1 << (shortBits - length)));
  }
}
