/** What ends a cell before it ends by itself. */
export interface CellLimits {
  /** Time limit for each cell, in seconds; no limit if omitted. */
  readonly timeout?: number;
  /** Time limit for all cells together, in seconds; no limit if omitted. */
  readonly totalTimeout?: number;
  /** Ends the run by interrupting the running cell. */
  readonly signal?: AbortSignal;
  /** Seconds that a stopped cell may take to end before the run goes on without it. Default 15. */
  readonly patience?: number;
}

/** Why a cell was stopped. */
export interface CellStop {
  readonly status: "timeout" | "interrupted";
  /** Completes "The cell …". */
  readonly reason: string;
}

/**
 * Stops the running cell when its time or that of the run is up, or the run is to end, and says which it was. It stops
 * it again each second until the cell ends, because a stop that comes before the cell has begun finds nothing to stop.
 */
export class CellWatch {
  readonly #timers: NodeJS.Timeout[] = [];
  #stop: CellStop | undefined;
  #giveUp!: () => void;
  /** Resolves when the stopped cell has used up the patience with it. */
  readonly isDeaf = new Promise<void>((resolve) => (this.#giveUp = resolve));

  /** @param runStarted when the run began, by `performance.now()` */
  constructor(
    readonly interrupt: () => void | Promise<void>,
    readonly limits: CellLimits,
    runStarted: number,
  ) {
    const { timeout, totalTimeout, signal } = limits;
    if (timeout !== undefined) this.#after(timeout * 1000, tookLonger(timeout));
    if (totalTimeout !== undefined)
      this.#after(runStarted + totalTimeout * 1000 - performance.now(), runTookLonger(totalTimeout));
    signal?.addEventListener("abort", this.#abort);
    if (signal?.aborted) this.#abort();
  }

  /** Why the cell was stopped; undefined if it was not. */
  get stop(): CellStop | undefined {
    return this.#stop;
  }

  /** To be called when the cell has ended. */
  end(): void {
    this.#timers.forEach(clearTimeout);
    this.limits.signal?.removeEventListener("abort", this.#abort);
  }

  readonly #abort = (): void => this.#begin({ status: "interrupted", reason: "was stopped by the user" });

  /** A timer counts whole milliseconds and may fire within the last one: with one more, the time is up when it does. */
  #after(milliseconds: number, reason: string): void {
    const stop = { status: "timeout", reason } as const;
    this.#timers.push(setTimeout(() => this.#begin(stop), Math.max(0, Math.ceil(milliseconds) + 1)));
  }

  #begin(stop: CellStop): void {
    if (this.#stop) return;
    this.#stop = stop;
    const { patience = 15 } = this.limits;
    this.#timers.push(setInterval(() => void this.interrupt(), 1000));
    this.#timers.push(setTimeout(this.#giveUp, patience * 1000));
    void this.interrupt();
  }
}

function tookLonger(seconds: number): string {
  return `was stopped: it took longer than ${seconds} s`;
}

function runTookLonger(seconds: number): string {
  return `was stopped: the whole run took longer than ${seconds} s`;
}
