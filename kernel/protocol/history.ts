/** The cells that a kernel has run, for `history_request`. */
export class History {
  readonly #entries: [session: number, line: number, code: string][] = [];

  add(line: number, code: string): void {
    this.#entries.push([0, line, code]);
    if (this.#entries.length > 10_000) this.#entries.shift();
  }

  /** Entries as in the protocol: `[session, line, input]`, or with `output`, `[session, line, [input, null]]`. */
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
    const found = this.#entries.filter(([, , code]) => matches(pattern, code));
    if (!unique) return found;
    const last = new Map(found.map((entry) => [entry[2], entry]));
    return found.filter((entry) => last.get(entry[2]) === entry);
  }
}

/**
 * Whether a text as a whole matches a pattern, in which `*` is any text and `?` any character. Takes at most the product
 * of their lengths, where a regular expression would take exponential time.
 */
export function matches(pattern: string, text: string): boolean {
  let [at, inText, star, resumeAt] = [0, 0, -1, 0];
  while (inText < text.length) {
    if (pattern[at] === "*") {
      star = at++;
      resumeAt = inText;
    } else if (pattern[at] === "?" || pattern[at] === text[inText]) {
      at++;
      inText++;
    } else if (star < 0) {
      return false;
    } else {
      at = star + 1;
      inText = ++resumeAt;
    }
  }
  while (pattern[at] === "*") at++;
  return at === pattern.length;
}
