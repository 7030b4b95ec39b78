/** What came of one kind of attempts. */
export interface Row {
  readonly what: string;
  readonly tried: number;
  readonly held: number;
  /** What did not hold, one line each. */
  readonly failures: readonly string[];
}

/** Counts attempts of one kind. */
export class Attempts {
  #tried = 0;
  readonly #failures: string[] = [];

  constructor(readonly what: string) {}

  /** @param failure what went wrong; undefined when it held */
  count(tried: number, failure?: string): void {
    this.#tried += tried;
    if (failure !== undefined) this.#failures.push(failure);
  }

  get row(): Row {
    const failures = this.#failures;
    return { what: this.what, tried: this.#tried, held: this.#tried - failures.length, failures };
  }
}
