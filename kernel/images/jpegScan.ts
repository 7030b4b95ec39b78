import type { HuffmanTable } from "./jpegHuffman.js";

/** A component within a scan. */
export interface ScannedComponent {
  /** Blocks of it in one unit of the scan. */
  readonly blocks: number;
  readonly dc: HuffmanTable;
  readonly ac: HuffmanTable;
}

/** What a sequential scan must hold. */
export interface Scan {
  readonly components: readonly ScannedComponent[];
  /** Units (MCUs) of the whole picture. */
  readonly units: number;
  /** Units between two restart markers; 0 for none. */
  readonly interval: number;
}

/** Of 8-bit pictures: bits of the largest difference of two means, and of the largest other coefficient. */
const [longestMean, longestOther] = [11, 10];

/**
 * Follows the Huffman codes of a scan from `at` on, without computing a pixel, and counts what they code.
 * @returns the place of the marker behind it; or what is wrong
 */
export function followScan(data: Uint8Array, at: number, scan: Scan): number | string {
  const bits = new ScanBits(data, at);
  const { components, units, interval } = scan;
  for (let unit = 0; unit < units; unit++) {
    if (interval > 0 && unit > 0 && unit % interval === 0 && !bits.restart((unit / interval - 1) & 7))
      return "a restart marker is missing";
    for (const { blocks, dc, ac } of components)
      for (let block = 0; block < blocks; block++)
        if (!bits.skipBlock(dc, ac)) return bits.isOver ? early : "it has a code that no encoder writes";
    if (bits.isOver) return early;
  }
  return bits.end() ?? "it holds more data than its size needs";
}

const early = "its data end before the picture does";

/** The bits of a scan; behind its last there are zeros. */
class ScanBits {
  #bits = 0;
  #count = 0;
  /** Of the bits at hand, how many were made up. */
  #beyond = 0;

  constructor(
    private readonly data: Uint8Array,
    private at: number,
  ) {}

  /** Whether more bits were taken than there are. */
  get isOver(): boolean {
    return this.#count < this.#beyond;
  }

  /** Skips the codes of one block; false where there is one that cannot be. */
  skipBlock(dc: HuffmanTable, ac: HuffmanTable): boolean {
    const mean = this.#symbol(dc);
    if (mean < 0 || mean > longestMean) return false;
    this.#skip(mean);
    for (let place = 1; place < 64; place++) {
      const symbol = this.#symbol(ac);
      if (symbol === 0) return true; // only zeros follow
      const size = symbol & 15;
      if (symbol < 0 || size > longestOther || (size === 0 && symbol !== 0xf0)) return false;
      place += symbol >> 4;
      if (place > 63) return false;
      this.#skip(size);
    }
    return true;
  }

  /** Goes on behind the restart marker of this number; false if there is another, or none. */
  restart(number: number): boolean {
    const { data } = this;
    if (this.#count - this.#beyond >= 8) return false;
    let at = this.at;
    while (data[at] === 0xff && data[at + 1] === 0xff) at++;
    if (data[at] !== 0xff || data[at + 1] !== 0xd0 + number) return false;
    this.at = at + 2;
    this.#bits = this.#count = this.#beyond = 0;
    return true;
  }

  /** The place of the marker behind the scan; null if there is more than zeros, which some cameras write, in between. */
  end(): number | null {
    const { data } = this;
    const whole = (this.#count - this.#beyond) >> 3;
    if (whole > 0 && (this.#bits << (this.#count % 8)) >>> (32 - 8 * whole) !== 0) return null;
    let at = this.at;
    while (at < data.length && (data[at] === 0 || (data[at] === 0xff && data[at + 1] === 0xff))) at++;
    return data[at] === 0xff && data[at + 1] !== 0 ? at : null;
  }

  #symbol(table: HuffmanTable): number {
    this.#fill();
    const short = table.short[this.#bits >>> 23];
    if (short !== 0) {
      this.#drop(short >> 8);
      return short & 0xff;
    }
    const found = table.long(this.#bits >>> 16);
    if (found < 0) return -1;
    this.#drop(found >> 8);
    return found & 0xff;
  }

  #skip(count: number): void {
    if (this.#count < count) this.#fill();
    this.#drop(count);
  }

  #drop(count: number): void {
    this.#bits <<= count;
    this.#count -= count;
  }

  /** To more than 24 bits. */
  #fill(): void {
    const { data } = this;
    while (this.#count <= 24) {
      let byte = 0;
      if (this.at >= data.length || (data[this.at] === 0xff && data[this.at + 1] !== 0)) this.#beyond += 8;
      else {
        byte = data[this.at];
        this.at += byte === 0xff ? 2 : 1;
      }
      this.#bits |= byte << (24 - this.#count);
      this.#count += 8;
    }
  }
}
