import { setMaxListeners } from "node:events";

/** Whoever asks for work that takes long: a cell of a notebook, where there is one. */
export interface Caller {
  /** Aborted when the caller wants its work no longer; the reason is what the work then throws. */
  readonly signal: AbortSignal;
  /** Runs work that ends in order: what it has begun and scheduled goes on after the signal, until it is done. */
  carryOut<T>(work: () => T): T;
}

let callerNow: () => Caller | undefined = () => undefined;

/**
 * Called by the notebook session: how to find the caller of the code that runs. It finds none within work that is
 * being carried out, which has been told by the one that began it.
 */
export function setCallerLookup(lookup: (() => Caller | undefined) | undefined): void {
  callerNow = lookup ?? (() => undefined);
}

/**
 * Begins work that can be stopped, as a training can. When its caller wants it no longer, it is stopped, and ends as
 * it ends after any stop: its record whole, its memory given back.
 */
export function beginWork<T>(work: () => Promise<T>, stop: () => void): Promise<T> {
  const caller = callerNow();
  if (!caller) return work();
  const { signal } = caller;
  if (signal.aborted) stop();
  else signal.addEventListener("abort", stop, { once: true });
  const done = caller.carryOut(work);
  const forget = () => signal.removeEventListener("abort", stop);
  done.then(forget, forget);
  return done;
}

/**
 * Carries out work that ends by a signal, as an evaluation or an import does: by the one that was given, and by its
 * caller's.
 */
export function workUntil<T>(
  given: AbortSignal | undefined,
  work: (signal: AbortSignal | undefined) => Promise<T>,
): Promise<T> {
  const caller = callerNow();
  if (!caller) return work(given);
  const signal = given ? AbortSignal.any([given, caller.signal]) : caller.signal;
  if (given) setMaxListeners(0, signal);
  return caller.carryOut(() => work(signal));
}
