import { setMaxListeners } from "node:events";

/** The owner of long-running work: a notebook cell, if there is one. */
export interface WorkOwner {
  /** Aborted when the owner no longer wants its work; the work then throws the abort reason. */
  readonly signal: AbortSignal;
  /** Runs work that shuts down cleanly: what it has started and scheduled continues after the signal until done. */
  carryOut<T>(work: () => T): T;
}

let ownerNow: () => WorkOwner | undefined = () => undefined;

/**
 * Called by the notebook session: sets how to find the owner of the running code. The lookup finds none inside work
 * that is being carried out, because the starter of that work notifies it.
 */
export function setOwnerLookup(lookup: (() => WorkOwner | undefined) | undefined): void {
  ownerNow = lookup ?? (() => undefined);
}

/**
 * Starts work that can be stopped, such as a training. When its owner no longer wants it, it is stopped and ends as
 * after any other stop: its record complete, its memory freed.
 */
export function beginWork<T>(work: () => Promise<T>, stop: () => void): Promise<T> {
  const owner = ownerNow();
  if (!owner) return work();
  const { signal } = owner;
  if (signal.aborted) stop();
  else signal.addEventListener("abort", stop, { once: true });
  const done = underWay(owner.carryOut(work));
  const forget = () => signal.removeEventListener("abort", stop);
  done.then(forget, forget);
  return done;
}

/**
 * Carries out work that a signal can end, such as an evaluation or an import: the given signal or its owner's.
 */
export function workUntil<T>(
  given: AbortSignal | undefined,
  work: (signal: AbortSignal | undefined) => Promise<T>,
): Promise<T> {
  const owner = ownerNow();
  if (!owner) return work(given);
  const signal = given ? AbortSignal.any([given, owner.signal]) : owner.signal;
  if (given) setMaxListeners(0, signal);
  return underWay(owner.carryOut(() => work(signal)));
}

const unfinished = new Set<Promise<unknown>>();

function underWay<T>(work: Promise<T>): Promise<T> {
  unfinished.add(work);
  const forget = () => unfinished.delete(work);
  work.then(forget, forget);
  return work;
}

/** Resolves when all work that owners have begun has ended, with its records complete. */
export async function allWorkEnded(): Promise<void> {
  while (unfinished.size > 0) await Promise.allSettled(unfinished);
}
