/** The cells that a kernel has run, for `history_request`. */
export class History {
  readonly #entries: [session: number, line: number, code: string][] = [];

  add(line: number, code: string): void {
    this.#entries.push([0, line, code]);
    if (this.#entries.length > 10_000) this.#entries.shift();
  }

  /** Entries as the protocol has them: `[session, line, input]`, or with `output` `[session, line, [input, null]]`. */
  answer(request: Record<string, unknown>): unknown[] {
    const found = this.#select(request);
    if (request.output !== true) return found;
    return found.map(([session, line, code]) => [session, line, [code, null]]);
  }

  #select({ hist_access_type: access, n, start, stop, pattern, unique }: Record<string, unknown>) {
    if (access === "range") {
      const first = typeof start === "number" ? start : 1;
      const end = typeof stop === "number" ? stop : Infinity;
      return this.#entries.filter(([, line]) => line >= first && line < end);
    }
    const matching =
      access === "search" ? this.#search(String(pattern ?? "*"), unique === true) : this.#entries;
    return typeof n === "number" && n >= 0 ? matching.slice(Math.max(0, matching.length - n)) : matching;
  }

  #search(pattern: string, unique: boolean) {
    const source = pattern
      .replace(/[.+^${}()|[\]\\]/g, "\\$&")
      .replace(/\*/g, "[^]*")
      .replace(/\?/g, "[^]");
    const wanted = new RegExp(`^${source}$`);
    const found = this.#entries.filter(([, , code]) => wanted.test(code));
    return unique
      ? found.filter(([, , code], at) => found.findLastIndex((each) => each[2] === code) === at)
      : found;
  }
}
