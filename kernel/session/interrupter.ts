import { Session } from "node:inspector";

/** What the main thread and the thread that interrupts it share; see {@link sharedState}. */
export interface SharedState {
  /** Bytes handed to the transport and not yet taken by the other side. */
  readonly outstanding: 0;
  /** How many interrupts the main thread has seen. */
  readonly acknowledged: 1;
  /** 1 while a cell runs. */
  readonly busy: 2;
  /** What the main thread was found doing when it was to be terminated: 1 a cell's work, 2 the kernel's own. */
  readonly found: 3;
  /** 1 while the transport has been told of text that it has not looked at yet. */
  readonly textWaits: 4;
  /** 1 while the main thread waits for room, where it must not be terminated. */
  readonly holds: 5;
  /** 1 from an interrupt on until the main thread has seen it: it does not wait for room meanwhile. */
  readonly stopping: 6;
}

export const sharedState: SharedState = {
  outstanding: 0,
  acknowledged: 1,
  busy: 2,
  found: 3,
  textWaits: 4,
  holds: 5,
  stopping: 6,
};

/** Memory for {@link SharedState}. */
export function newSharedState(): Int32Array {
  return new Int32Array(new SharedArrayBuffer(28));
}

/**
 * Holds the main thread until a place of shared memory changes, or for a while. What interrupts a thread in such
 * a wait and waits itself corrupts V8's list of waiters, so that an interrupt lets go of the thread first.
 */
export function holdMainThread(state: Int32Array, memory: Int32Array, index: number, value: number): void {
  Atomics.store(state, sharedState.holds, 1);
  if (Atomics.load(state, sharedState.stopping) === 0) Atomics.wait(memory, index, value, 50);
  Atomics.store(state, sharedState.holds, 0);
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
export function prepareForTermination(state: Int32Array): void {
  const binding = asyncWrap();
  Object.defineProperty(globalThis, Symbol.for(forgetAsyncStack), {
    value: () => {
      const isCell = hasCellFrames(stackNow());
      Atomics.store(state, sharedState.found, isCell ? 1 : 2);
      Atomics.notify(state, sharedState.found);
      if (!isCell) return;
      binding.clearAsyncIdStack?.();
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
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

function stackNow(): string {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 200;
  const { stack = "" } = new Error();
  Error.stackTraceLimit = stackTraceLimit;
  return stack;
}

/**
 * Whether a cell's own code is being executed: not only the kernel's and that of the libraries with which it computes
 * and draws, which give way by themselves. A termination that meets a native call of ONNX Runtime, as a training
 * makes them one after the other, ends the process; one that meets the drawing of a training's board leaves that
 * board as it is for ever; one that meets the import of a video leaves it unfinished. What waits for the running
 * code, as the cell does that began an import, does not execute ("at async").
 *
 * @param stack of an Error
 */
export function hasCellFrames(stack: string): boolean {
  const frames = stack
    .split("\n")
    .filter((line) => /:\d+:\d+\)?$/.test(line) && !line.trimStart().startsWith("at async "));
  const foreign = frames.filter((line) => !ownFrame.test(line));
  const isOwnWork =
    foreign.every((line) => packageFrame.test(line)) && frames.some((line) => workFrame.test(line));
  return foreign.length > 0 && !isOwnWork;
}

const ownFrame =
  /[( ]node:|[\\/]kernel[\\/](?:session|protocol|engine|aen)[\\/]|[\\/]node_modules[\\/](?:onnxruntime-|onnx-proto[\\/]|@?protobufjs[\\/]|@tensorflow[\\/]|vega|d3-)|<anonymous>:1:/;

/** A package: the kernel's own where its work calls it, else one that the user imports. */
const packageFrame = /[\\/]node_modules[\\/]/;
const workFrame = /[\\/]kernel[\\/](?:engine|aen)[\\/]/;

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
    if (Atomics.load(this.state, sharedState.acknowledged) >= this.#asked) return;
    Atomics.store(this.state, sharedState.stopping, 1);
    const isHeld = Atomics.load(this.state, sharedState.holds) === 1;
    if (Atomics.load(this.state, sharedState.busy) === 1 && !isHeld) this.#terminate();
    this.#insistLater();
  }

  /** Connects only now: with an inspector connected, every `console.log` costs ten times as much. */
  #terminate(): void {
    const inspector = new Session();
    inspector.connectToMainThread();
    const expression = `globalThis[Symbol.for("${forgetAsyncStack}")]?.()`;
    Atomics.store(this.state, sharedState.found, 0);
    inspector.post("Runtime.evaluate", { expression, silent: true });
    Atomics.wait(this.state, sharedState.found, 0, 1000);
    const isCell = Atomics.load(this.state, sharedState.found) === 1;
    if (isCell) inspector.post("Runtime.terminateExecution", () => inspector.disconnect());
    else setTimeout(() => inspector.disconnect(), 100);
  }
}
