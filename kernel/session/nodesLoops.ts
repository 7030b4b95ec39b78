import type { Debugger } from "node:inspector";
import type { ThreadInspector } from "./threadInspector.js";

/**
 * What Node's loops over immediates and timers do in `finally`, by the function that does it. A termination skips it,
 * and Node would go on with an immediate that has been cleared ("reading '_idleNext'", without end) or forget an
 * interval. The names are those of lib/internal/timers.js in Node 20 to 24.
 */
const endings: Readonly<Record<string, string>> = {
  processImmediate:
    "outstandingQueue.head = immediate?._destroyed ? prevImmediate._idleNext : immediate; immediateInfo[kHasOutstanding] = 1;",
  listOnTimeout:
    "if (timer?._repeat && !timer._idleNext && timer._idleTimeout !== -1) insert(timer, timer._idleTimeout = timer._repeat);",
};

/**
 * Does, just before a termination, what the termination keeps Node's loops from doing, for those on the stack of the
 * paused thread.
 *
 * @param frames the stack, and the address of each frame's script
 */
export function endNodesLoops(
  inspector: ThreadInspector,
  frames: readonly Debugger.CallFrame[],
  scripts: readonly string[],
): void {
  frames.forEach(({ functionName, callFrameId }, index) => {
    if (scripts[index] !== "node:internal/timers" || !(functionName in endings)) return;
    const expression = `{ ${endings[functionName]} }`;
    inspector.post("Debugger.evaluateOnCallFrame", { callFrameId, expression, silent: true });
  });
}
