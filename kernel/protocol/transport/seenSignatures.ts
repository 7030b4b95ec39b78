/** How many are remembered: with 16 bytes each, some 20 MB. Jupyter's own programs remember a quarter as many. */
const most = 1 << 18;

/** The signatures of messages that have arrived: a genuine message comes once, and again only from who has copied it. */
export class SeenSignatures {
  readonly #seen = new Set<string>();

  constructor(readonly limit = most) {}

  /** Remembers a signature; false when it is known already. */
  add(signature: Uint8Array): boolean {
    const hex = Buffer.from(signature).toString("latin1", 0, 32);
    const key = Buffer.from(hex, "hex").toString("latin1");
    if (this.#seen.has(key)) return false;
    this.#seen.add(key);
    if (this.#seen.size > this.limit) this.#seen.delete(this.#seen.values().next().value!);
    return true;
  }
}
