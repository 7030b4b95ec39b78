import { EventEmitter } from "node:events";
import process from "node:process";
import { replaceMethod } from "./standIn.js";

type Listener = (...args: never[]) => void;
type Kept = readonly [event: string | symbol, listener: Listener];

/** Node's own, whatever cells are given in its place. */
const { on, off, rawListeners, eventNames } = EventEmitter.prototype;
const { apply } = Reflect;

/** Listeners of the process that no cell can take away. */
const kept = new Set<Kept>();

/** Listens to an event of the process for the kernel. @returns a function that ends this */
export function listenForKernel(event: string | symbol, listener: Listener): () => void {
  const entry: Kept = [event, listener];
  kept.add(entry);
  apply(on, process, entry);
  return () => {
    kept.delete(entry);
    apply(off, process, entry);
  };
}

/** Does something while the kernel does not listen to a signal, so that the signal has its usual effect at once. */
export function withoutListening<T>(signal: NodeJS.Signals, body: () => T): T {
  const ours = [...kept].filter(([event]) => event === signal);
  for (const entry of ours) apply(off, process, entry);
  try {
    return body();
  } finally {
    for (const entry of ours) if (kept.has(entry)) apply(on, process, entry);
  }
}

/**
 * Keeps the listeners that the process has now, and those of {@link listenForKernel}, when a cell removes listeners:
 * without them the next error, signal or warning would end the kernel or go unheard.
 *
 * @returns a function that undoes this
 */
export function keepListeners(): () => void {
  const present = (apply(eventNames, process, []) as string[]).flatMap((event) =>
    (apply(rawListeners, process, [event]) as Listener[]).map((listener): Kept => [event, listener]),
  );
  const nodes = present.filter(([event, listener]) => !isKept(event, listener));
  nodes.forEach((entry) => kept.add(entry));
  const holder = process as unknown as Record<string, (...args: unknown[]) => unknown>;
  const remove = (event: unknown, listener: unknown) =>
    isKept(event, listener) ? process : apply(off, process, [event, listener]);
  const removeAll = (...args: unknown[]) => {
    apply(EventEmitter.prototype.removeAllListeners, process, args);
    putBack();
    return process;
  };
  const restores = [
    replaceMethod(holder, "off", remove),
    replaceMethod(holder, "removeListener", remove),
    replaceMethod(holder, "removeAllListeners", removeAll),
  ];
  return () => {
    restores.forEach((restore) => restore());
    nodes.forEach((entry) => kept.delete(entry));
  };
}

function isKept(event: unknown, listener: unknown): boolean {
  for (const [of, each] of kept) if (of === event && each === listener) return true;
  return false;
}

function putBack(): void {
  for (const [event, listener] of kept)
    if (!(apply(rawListeners, process, [event]) as unknown[]).includes(listener))
      apply(on, process, [event, listener]);
}
