import { endAwaitedProgram } from "./programTree.js";
import { CellTerminator } from "./cellTerminator.js";

/** The state shared by the main thread and the thread that interrupts it; see {@link sharedState}. */
export interface SharedState {
  /** Bytes handed to the transport but not yet taken by the other side. */
  readonly outstanding: 0;
  /** How many interrupts the main thread has seen. */
  readonly acknowledged: 1;
  /** 1 while the transport has been notified of text that it has not looked at yet. */
  readonly textWaits: 2;
  /** 1 while the main thread waits for room and must not be terminated. */
  readonly holds: 3;
  /** 1 from an interrupt until the main thread has seen it; meanwhile it does not wait for room. */
  readonly stopping: 4;
  /** How many calls of the main thread wait for a program to end. */
  readonly awaitsProgram: 5;
}

export const sharedState: SharedState = {
  outstanding: 0,
  acknowledged: 1,
  textWaits: 2,
  holds: 3,
  stopping: 4,
  awaitsProgram: 5,
};

/** Memory for {@link SharedState}. */
export function newSharedState(): Int32Array {
  return new Int32Array(new SharedArrayBuffer(24));
}

/**
 * Blocks the main thread until a location in shared memory changes, or for a short while. Code that interrupts a
 * thread in such a wait and then waits itself corrupts V8's list of waiters, so an interrupt releases the thread first.
 */
export function holdMainThread(state: Int32Array, memory: Int32Array, index: number, value: number): void {
  Atomics.store(state, sharedState.holds, 1);
  if (Atomics.load(state, sharedState.stopping) === 0) Atomics.wait(memory, index, value, 50);
  Atomics.store(state, sharedState.holds, 0);
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
  readonly #terminator = new CellTerminator(() => this.#isSeen);
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
  ) {}

  interrupt(): void {
    if (this.#isSeen) this.#succeed();
    this.#asked++;
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
    if (this.#isSeen) return this.#succeed();
    Atomics.store(this.state, sharedState.stopping, 1);
    if (Atomics.load(this.state, sharedState.holds) === 0) this.#terminator.begin();
    this.#insisted++;
    if (Atomics.load(this.state, sharedState.awaitsProgram) > 0)
      endAwaitedProgram(this.#insisted <= polite ? "SIGTERM" : "SIGKILL");
    if (this.#insisted === insistent) this.onDeaf();
    this.#insistLater();
  }

  get #isSeen(): boolean {
    return Atomics.load(this.state, sharedState.acknowledged) >= this.#asked;
  }

  #succeed(): void {
    this.#insisted = 0;
    this.#terminator.succeed();
  }
}
