/** The values of a small file may take this much memory, in bytes, whatever its size. */
const least = 64 * 2 ** 20;

/**
 * How much memory the contents of a file may take, in bytes, and how much they have taken. Weights hardly compress and
 * take at most twice their size as 32-bit floats, so a small file that asks for much more is damaged or crafted.
 */
export class MemoryBudget {
  readonly most: number;
  #taken = 0;

  /** @param fileBytes the size of the file */
  constructor(fileBytes: number) {
    this.most = Math.max(least, 8 * fileBytes);
  }

  get left(): number {
    return this.most - this.#taken;
  }

  /**
   * Counts memory before it is taken.
   * @throws RangeError when it is more than what is left
   */
  take(bytes: number, what: string): void {
    if (!(bytes <= this.left)) throw this.refusal(what);
    this.#taken += bytes;
  }

  /** Why something is not read. */
  refusal(what: string): RangeError {
    return new RangeError(
      `${what} takes more memory than a file of this size may (${this.most / 2 ** 20} MiB in all). ` +
        "The file is damaged, or made to exhaust memory: save the weights again, or do not use it.",
    );
  }
}
