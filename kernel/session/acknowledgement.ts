import { sharedState } from "./sharedState.js";
import { acceptTicks } from "./stoppableTicks.js";
import { nodeTimers } from "./stoppableTimers.js";

/** Milliseconds after which it tries again: a termination may have cleared the microtask that was to say it. */
const again = 50;

/**
 * Says in shared memory that interrupts have been seen, once nothing that the cell has left holds the thread up: in a
 * microtask of an immediate, because Node runs microtasks only when no tick is left.
 */
export class Acknowledgement {
  #owed = 0;

  constructor(readonly state: Int32Array) {}

  /** To be called for each interrupt. */
  owe(): void {
    if (this.#owed++ === 0) nodeTimers.setImmediate(() => this.#try());
  }

  #try(): void {
    if (this.#owed === 0) return;
    void this.#sayInMicrotask();
    nodeTimers.setTimeout(() => this.#try(), again);
  }

  async #sayInMicrotask(): Promise<void> {
    await null;
    this.#say();
  }

  #say(): void {
    Atomics.add(this.state, sharedState.acknowledged, this.#owed);
    this.#owed = 0;
    Atomics.store(this.state, sharedState.stopping, 0);
    acceptTicks();
  }
}
