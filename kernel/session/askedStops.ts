import { sharedState } from "./sharedState.js";

/**
 * Interrupts as the main thread knows them: how many were asked for, in shared memory, and how many it has acted on. The
 * message that tells of one can be late: a cell that awaits without end leaves the thread no time to hear it.
 */
export class AskedStops {
  #taken = 0;

  constructor(readonly state: Int32Array) {}

  /** Whether one was asked for that nobody has acted on. */
  get areWaiting(): boolean {
    return Atomics.load(this.state, sharedState.asked) !== this.#taken;
  }

  /** Takes all that are waiting. @returns whether there were any: else somebody has acted on them already */
  take(): boolean {
    const asked = Atomics.load(this.state, sharedState.asked);
    if (asked === this.#taken) return false;
    this.#taken = asked;
    return true;
  }

  /** Asks for one in this thread. */
  ask(): void {
    Atomics.add(this.state, sharedState.asked, 1);
  }
}
