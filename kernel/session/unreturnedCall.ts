import type { Debugger } from "node:inspector";

/** How long what a cell has called may take to return. */
interface Patience {
  /** Looks that find it unreturned. */
  readonly looks: number;
  /** Milliseconds of processor time that the process uses meanwhile. */
  readonly used: number;
}

const patience: Patience = { looks: 3, used: 200 };
/** With code of Node's: what it has begun and not finished can end the process later (`close before init`). */
const withNodes: Patience = { looks: 5, used: 500 };
/** Looks after which a call counts as stuck even if the process has used no processor time. */
const most = 40;
/** Node's script that runs in the middle of a native constructor, to tell of the object that is being made. */
const betweenTwo = "node:internal/async_hooks";

/**
 * Tells a call that never returns from one that a busy machine gives no time. One look after a while proves nothing: the
 * thread may not have run in between. So several looks must find the same call, and the process must have computed
 * meanwhile.
 */
export class UnreturnedCall {
  #call = "";
  #looks = 0;
  #since = 0;

  /** @param used milliseconds of processor time that this process has used */
  constructor(readonly used: () => number = processorTime) {}

  /** To be called when the thread was found elsewhere. */
  forget(): void {
    this.#call = "";
  }

  /**
   * To be called at each look that finds a call of the cell's unreturned.
   *
   * @param frames the frame of what the cell has called, the cell's, and those below
   * @param called script addresses of what the cell has called, innermost first
   */
  isStuck(frames: readonly Debugger.CallFrame[], called: readonly string[]): boolean {
    this.#see(identityOf(frames));
    if (called.includes(betweenTwo)) return false;
    const { looks, used } = called.some((script) => script.startsWith("node:")) ? withNodes : patience;
    const isLong = this.#looks >= looks && this.used() - this.#since >= used;
    return isLong || this.#looks >= most;
  }

  #see(call: string): void {
    if (call === this.#call) return void this.#looks++;
    this.#call = call;
    this.#looks = 1;
    this.#since = this.used();
  }
}

/** What is called, from where in the cell, and how deep. */
function identityOf([called, cell, ...below]: readonly Debugger.CallFrame[]): string {
  return JSON.stringify([called?.functionLocation, cell?.location, below.length]);
}

function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
