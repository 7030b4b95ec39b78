import { setMaxListeners } from "node:events";

/** Thrown inside a training loop when its run is stopped. */
export class StoppedError extends Error {
  constructor() {
    super("The run was stopped.");
    this.name = "StoppedError";
  }
}

/** A gate that a training loop passes before each step: it holds the loop while paused and ends it when stopped. */
export class StepGate {
  readonly #end = new AbortController();
  #paused = false;
  #stopped = false;
  #wake: (() => void)[] = [];

  /** Ends what the loop waits for (reading, validation); the reason is a {@link StoppedError} or the given signal's. */
  readonly signal: AbortSignal;

  /** @param given also ends the loop, with its own reason */
  constructor(given?: AbortSignal) {
    this.signal = given ? AbortSignal.any([given, this.#end.signal]) : this.#end.signal;
    setMaxListeners(0, this.signal);
    this.signal.addEventListener("abort", () => this.#wakeAll(), { once: true });
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
    this.#end.abort(new StoppedError());
  }

  /**
   * Waits while paused, after yielding to other pending work.
   * @param onHold called with true when a pause starts to hold the loop and with false when it continues
   * @throws StoppedError when stopped; the given signal's reason when that is aborted
   */
  async pass(onHold?: (held: boolean) => void): Promise<void> {
    await new Promise<void>((resolve) => setImmediate(resolve));
    this.signal.throwIfAborted();
    if (!this.#paused) return;
    onHold?.(true);
    while (this.#paused) {
      await new Promise<void>((resolve) => this.#wake.push(resolve));
      this.signal.throwIfAborted();
    }
    onHold?.(false);
  }

  #wakeAll(): void {
    const waiting = this.#wake;
    this.#wake = [];
    for (const wake of waiting) wake();
  }
}
