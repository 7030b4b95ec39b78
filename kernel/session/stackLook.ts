import { codeOwner, isUsers } from "./codeOwner.js";
import { callsBelow } from "./cellStacks.js";
import { sharedState } from "./sharedState.js";

const key = "aen.look";

/** What the main thread found when it looked at its own stack. */
export const verdicts = {
  none: 0,
  /** The inspector may pause the thread. */
  pause: 1,
  /** The inspector must not pause it, and what runs may be terminated as it is. */
  terminate: 2,
  /** The inspector must not pause it, and what runs is to go on for now. */
  goOn: 3,
  /** The other thread has seen the verdict and is about to act on it. */
  taken: 4,
} as const;

/**
 * The code that the inspector evaluates on the main thread before it pauses it. When the inspector pauses, V8 describes
 * `this` of each frame, and for an error it reads `stack`, `message` and others. If such a getter is the code that
 * loops, it would run once more, where nothing can end it. So the thread first looks at its own stack.
 *
 * @param isStuck whether what the cell has called may be terminated, too
 * @param onlyIf code that says whether what runs is to be ended
 */
export function lookCode(isStuck: boolean, onlyIf = "true"): string {
  return `globalThis["${key}"] ? globalThis["${key}"](${isStuck}, () => ${onlyIf}) : "${unseen}"`;
}

/** What the code gives where {@link letStackBeSeen} has not been called. */
export const unseen = "unseen";

/** Milliseconds that the main thread waits for the other one to act, so that nothing else runs in between. */
const longest = 60;

/** Lets {@link lookCode} be evaluated. @returns a function that undoes this */
export function letStackBeSeen(state: Int32Array): () => void {
  const value = (isStuck: boolean, isWanted: () => boolean): void => {
    Atomics.store(state, sharedState.verdict, verdictOf(value, isStuck, isWanted));
    const end = performance.now() + longest;
    while (Atomics.load(state, sharedState.verdict) !== verdicts.none)
      if (performance.now() > end && givesUp(state)) return;
  };
  Object.defineProperty(globalThis, key, { value, configurable: true });
  return () => void Reflect.deleteProperty(globalThis, key);
}

/** Takes the verdict back, unless the other thread is about to act on it. */
function givesUp(state: Int32Array): boolean {
  const { verdict } = sharedState;
  const present = Atomics.load(state, verdict);
  if (present === verdicts.taken) return false;
  return Atomics.compareExchange(state, verdict, present, verdicts.none) === present;
}

/** @param asked the function that the inspector's code, one frame further out, has called */
function verdictOf(asked: (...args: never[]) => void, isStuck: boolean, isWanted: () => boolean): number {
  const calls = callsBelow(asked);
  const scripts = (typeof calls === "string" ? scriptsIn(calls) : calls.map(scriptOf)).slice(1);
  // Whatever of the user's runs while a stack is put into words is a getter of an error, or handles errors.
  const isErrors = typeof calls === "string" ? scripts.length > 0 : calls.slice(1).some(mayBeErrorsOwn);
  if (!isErrors) return verdicts.pause;
  if (!isWanted()) return verdicts.goOn;
  const { owner, above } = codeOwner(scripts);
  return owner === "cell" && (above === 0 || isStuck) ? verdicts.terminate : verdicts.goOn;
}

/** The script of each call in a stack in words; "" for evaluated code. */
function scriptsIn(text: string): string[] {
  const calls = text.split("\n").filter((line) => line.startsWith("    at "));
  return calls.map((line) => /(?:\(| {4}at )([^()]+):\d+:\d+\)?$/.exec(line)?.[1] ?? "");
}

/** Whether a call is one of the user's on an error, which may be a getter of it, or of something like one. */
function mayBeErrorsOwn(site: NodeJS.CallSite): boolean {
  if (site.isToplevel() || !isUsers(scriptOf(site))) return false;
  const type = site.getTypeName();
  if (type === null || type === "Object") return false;
  return /error|exception/i.test(type) || /^get\b/.test(site.getFunctionName() ?? "");
}

function scriptOf(site: NodeJS.CallSite): string {
  return site.isEval() ? "" : (site.getScriptNameOrSourceURL() ?? "");
}
