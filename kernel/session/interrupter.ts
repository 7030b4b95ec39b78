import { endAwaitedProgram } from "./programTree.js";
import { CellTerminator } from "./cellTerminator.js";
import { sharedState } from "./sharedState.js";

/** The engine's own, whatever cells are given in its place. */
const wait = Atomics.wait as (...args: [Int32Array, number, number, number]) => string;

/**
 * Blocks the main thread until a location in shared memory changes, or for a short while. Code that interrupts a
 * thread in such a wait and then waits itself corrupts V8's list of waiters, so an interrupt releases the thread first.
 *
 * @param most the longest wait, in milliseconds; not more than 50
 * @returns what `Atomics.wait` says; "stopping" if it did not wait because of an interrupt
 */
export function holdMainThread(
  state: Int32Array,
  memory: Int32Array,
  index: number,
  value: number,
  most = Infinity,
): string {
  Atomics.store(state, sharedState.holds, 1);
  try {
    if (Atomics.load(state, sharedState.stopping) === 1) return "stopping";
    return wait(memory, index, value, Math.min(most, 50));
  } finally {
    Atomics.store(state, sharedState.holds, 0);
  }
}

/** Milliseconds the main thread may take to see an interrupt before it counts as stuck in a cell's loop. */
const patience = 120;
/** Times that an awaited program is asked to end before it is killed. */
const polite = 5;
/** Times to insist, 10 s in all, before the user is told. */
const insistent = 83;

/**
 * Interrupts the main thread from another one, without POSIX signals. It asks first; if the main thread does not
 * answer because a cell is in an endless computation, the cell's code is terminated.
 */
export class Interrupter {
  readonly #terminator: CellTerminator;
  #asked = 0;
  #isInsisting = false;
  /** How often it has insisted since the main thread last saw an interrupt. */
  #insisted = 0;

  /**
   * @param ask tells the main thread of the interrupt
   * @param onDeaf called once when the main thread has not seen it for 10 s
   */
  constructor(
    readonly state: Int32Array,
    readonly ask: () => void,
    readonly onDeaf: () => void = () => {},
  ) {
    this.#terminator = new CellTerminator(() => this.isSeen, { state });
  }

  interrupt(): void {
    if (this.isSeen) this.#succeed();
    this.#asked++;
    Atomics.add(this.state, sharedState.asked, 1);
    Atomics.store(this.state, sharedState.stopping, 1);
    this.ask();
    if (!this.#isInsisting) this.#insistLater();
  }

  #insistLater(): void {
    this.#isInsisting = true;
    setTimeout(() => this.#insist(), patience);
  }

  #insist(): void {
    this.#isInsisting = false;
    if (this.isSeen) return this.#succeed();
    Atomics.store(this.state, sharedState.stopping, 1);
    if (Atomics.load(this.state, sharedState.holds) === 0) this.#terminator.begin();
    this.#insisted++;
    if (Atomics.load(this.state, sharedState.awaitsProgram) > 0)
      endAwaitedProgram(this.#insisted <= polite ? "SIGTERM" : "SIGKILL");
    if (this.#insisted === insistent) this.onDeaf();
    this.#insistLater();
  }

  /** Whether the main thread has seen all interrupts. */
  get isSeen(): boolean {
    return Atomics.load(this.state, sharedState.acknowledged) >= this.#asked;
  }

  #succeed(): void {
    this.#insisted = 0;
    this.#terminator.succeed();
  }
}
