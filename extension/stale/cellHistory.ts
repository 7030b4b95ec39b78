/** Why a cell is stale: its text was edited, or a name that it reads has got another value since it ran. */
export type Staleness<Cell> =
  { readonly reason: "edited" } | { readonly reason: "changed"; readonly name: string; readonly by: Cell };

/** One run of a cell: its text, and what the values of names were before and after it. */
export interface FinishedRun<Cell> {
  readonly cell: Cell;
  readonly text: string;
  readonly reads: readonly string[];
  readonly writes: readonly string[];
  /** The values that can be told from others, such as numbers, by name; what is absent counts as new. */
  readonly values: ReadonlyMap<string, string>;
}

/** What has run in a kernel since it started, in order, and what that means for the cells that ran before. */
export class CellHistory<Cell> {
  readonly #last = new Map<
    Cell,
    { readonly text: string; readonly reads: readonly string[]; number: number }
  >();
  readonly #changed = new Map<string, { readonly number: number; readonly by: Cell }>();
  #values: ReadonlyMap<string, string> = new Map();
  #counter = 0;

  add({ cell, text, reads, writes, values }: FinishedRun<Cell>): void {
    const number = ++this.#counter;
    this.#last.set(cell, { text, reads, number });
    for (const name of writes) {
      const value = values.get(name);
      const isSame = value !== undefined && value === this.#values.get(name);
      if (!isSame) this.#changed.set(name, { number, by: cell });
    }
    this.#values = values;
  }

  /** Forgets everything: the kernel has started anew. */
  clear(): void {
    this.#last.clear();
    this.#changed.clear();
    this.#values = new Map();
  }

  /** Why a cell is stale; undefined when it is not, or has not run. */
  staleness(cell: Cell, text: string): Staleness<Cell> | undefined {
    const ran = this.#last.get(cell);
    if (!ran) return undefined;
    if (ran.text.trim() !== text.trim()) return { reason: "edited" };
    for (const name of ran.reads) {
      const change = this.#changed.get(name);
      if (change && change.number > ran.number && change.by !== cell)
        return { reason: "changed", name, by: change.by };
    }
    return undefined;
  }
}
