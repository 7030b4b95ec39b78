/** Thrown inside a training loop when its run is stopped. */
export class StoppedError extends Error {
  constructor() {
    super("The run was stopped.");
    this.name = "StoppedError";
  }
}

/** What a training loop passes before each step: it holds the loop while paused and ends it when stopped. */
export class StepGate {
  #paused = false;
  #stopped = false;
  #wake: (() => void)[] = [];

  constructor(readonly signal?: AbortSignal) {
    signal?.addEventListener("abort", () => this.#wakeAll(), { once: true });
  }

  get paused(): boolean {
    return this.#paused;
  }

  get stopped(): boolean {
    return this.#stopped;
  }

  pause(): void {
    this.#paused = true;
  }

  resume(): void {
    this.#paused = false;
    this.#wakeAll();
  }

  stop(): void {
    this.#stopped = true;
    this.#wakeAll();
  }

  /**
   * Waits while paused, after giving way to whatever else wants to run.
   * @param onHold called with true when a pause begins to hold the loop and with false when it goes on
   * @throws StoppedError when stopped; the signal's reason when aborted
   */
  async pass(onHold?: (held: boolean) => void): Promise<void> {
    await new Promise<void>((resolve) => setImmediate(resolve));
    this.#check();
    if (!this.#paused) return;
    onHold?.(true);
    while (this.#paused) {
      await new Promise<void>((resolve) => this.#wake.push(resolve));
      this.#check();
    }
    onHold?.(false);
  }

  #check(): void {
    this.signal?.throwIfAborted();
    if (this.#stopped) throw new StoppedError();
  }

  #wakeAll(): void {
    const waiting = this.#wake;
    this.#wake = [];
    for (const wake of waiting) wake();
  }
}
