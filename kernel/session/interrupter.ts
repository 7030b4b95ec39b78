import { Session } from "node:inspector";

/** What the main thread and the thread that interrupts it share; see {@link sharedState}. */
export interface SharedState {
  /** Bytes handed to the transport and not yet taken by the other side. */
  readonly outstanding: 0;
  /** How many interrupts the main thread has seen. */
  readonly acknowledged: 1;
  /** 1 while a cell runs. */
  readonly busy: 2;
}

export const sharedState: SharedState = { outstanding: 0, acknowledged: 1, busy: 2 };

/** Memory for {@link SharedState}. */
export function newSharedState(): Int32Array {
  return new Int32Array(new SharedArrayBuffer(12));
}

/** How long the main thread may take to see an interrupt before it counts as stuck in a cell's loop. */
const patience = 120;

const forgetAsyncStack = "aen.forgetAsyncStack";

/**
 * Makes the main thread ready to be terminated. Node keeps a stack of async ids and aborts the process when it
 * is not empty after a callback ("async hook stack has become corrupted"), which is so after a termination that
 * skipped the code that pops it. So the stack is emptied just before, while the loop still runs; the pause after
 * it lets the command to terminate arrive, so that both are carried out at one point of the loop.
 */
export function prepareForTermination(): void {
  const binding = asyncWrap();
  Object.defineProperty(globalThis, Symbol.for(forgetAsyncStack), {
    value: () => {
      binding.clearAsyncIdStack?.();
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 30);
    },
    configurable: true,
  });
}

/** Node's own bookkeeping; from Node 24 on it is out of reach, and --no-force-async-hooks-checks stands in for it. */
function asyncWrap(): { clearAsyncIdStack?(): void } {
  const { noDeprecation } = process as { noDeprecation?: boolean };
  Object.assign(process, { noDeprecation: true });
  try {
    return (process as unknown as { binding(name: string): object }).binding("async_wrap");
  } catch {
    return {};
  } finally {
    Object.assign(process, { noDeprecation });
  }
}

/**
 * Interrupts the main thread from another one, without POSIX signals: it is asked first; when it does not
 * answer, because a cell computes without end, what it executes is terminated through the inspector.
 */
export class Interrupter {
  #asked = 0;
  #isInsisting = false;

  constructor(
    readonly state: Int32Array,
    readonly ask: () => void,
  ) {}

  interrupt(): void {
    this.#asked++;
    this.ask();
    if (!this.#isInsisting) this.#insistLater();
  }

  #insistLater(): void {
    this.#isInsisting = true;
    setTimeout(() => this.#insist(), patience);
  }

  #insist(): void {
    this.#isInsisting = false;
    if (Atomics.load(this.state, sharedState.acknowledged) >= this.#asked) return;
    if (Atomics.load(this.state, sharedState.busy) === 1) this.#terminate();
    this.#insistLater();
  }

  /** Connects only now: with an inspector connected, every `console.log` costs ten times as much. */
  #terminate(): void {
    const inspector = new Session();
    inspector.connectToMainThread();
    const expression = `globalThis[Symbol.for("${forgetAsyncStack}")]?.()`;
    inspector.post("Runtime.evaluate", { expression, silent: true });
    inspector.post("Runtime.terminateExecution", () => inspector.disconnect());
  }
}
