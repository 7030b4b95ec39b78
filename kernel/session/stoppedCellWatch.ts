import { currentCell } from "./cellContext.js";
import { CellTerminator } from "./cellTerminator.js";
import { sharedState } from "./sharedState.js";

const key = "aen.runsStoppedCell";

/** The code that the inspector evaluates on the main thread: whether what runs there belongs to a stopped cell. */
export const runsStoppedCell = `globalThis["${key}"]?.() === true`;

/** Lets {@link runsStoppedCell} be asked. @returns a function that undoes this */
export function tellOfStoppedCells(): () => void {
  const value = () => currentCell()?.signal.aborted === true;
  Object.defineProperty(globalThis, key, { value, configurable: true });
  return () => void Reflect.deleteProperty(globalThis, key);
}

/** Milliseconds between questions to the main thread. */
const interval = 1000;

/**
 * Ends what a stopped cell has left: a callback of Node's that comes after the stop, such as that of a file being read,
 * may loop without end, and then no later cell would run. Runs on another thread. It asks the main thread every second
 * for an answer and, when none comes, after 1, 2, 4, 8, ... s looks whose code runs there; other cells are left alone.
 */
export class StoppedCellWatch {
  readonly #terminator: CellTerminator;
  #timer: NodeJS.Timeout | undefined;
  #asked = 0;
  /** How often in succession no answer has come. */
  #missed = 0;

  /** @param ask makes the main thread add 1 to `answered` in the state, once it gets to it */
  constructor(
    readonly state: Int32Array,
    readonly ask: () => void,
  ) {
    this.#terminator = new CellTerminator(() => this.#isAnswered, { state, onlyIf: runsStoppedCell });
  }

  /**
   * To be called before each stop; until the first there is nothing to watch. A look that is under way ends, so that there
   * is one inspector at a time.
   */
  begin(): void {
    this.#terminator.end();
    if (this.#timer) return;
    this.#ask();
    this.#timer = setInterval(() => this.#look(), interval);
  }

  #look(): void {
    if (this.#isAnswered) {
      this.#missed = 0;
      this.#terminator.succeed();
      return this.#ask();
    }
    const isStopping = Atomics.load(this.state, sharedState.stopping) === 1;
    this.#missed++;
    if (!isStopping && Number.isInteger(Math.log2(this.#missed))) this.#terminator.begin();
  }

  #ask(): void {
    this.#asked = (this.#asked + 1) | 0;
    this.ask();
  }

  get #isAnswered(): boolean {
    return Atomics.load(this.state, sharedState.answered) === this.#asked;
  }
}
