import type { EventEmitter } from "node:events";
import { replaceMethod } from "./standIn.js";

/**
 * Hears some events of an object of the user's, once, before its listeners do. The object looks as if nobody listened:
 * a listener of ours would be printed with it, be counted, and silence an error that the user does not handle.
 */
export function overhear(emitter: EventEmitter, events: readonly string[], heard: () => void): void {
  const { emit } = emitter;
  const restore = replaceMethod(emitter as Pick<EventEmitter, "emit">, "emit", (event, ...args) => {
    if (events.includes(event as string)) {
      restore();
      heard();
    }
    return emit.call(emitter, event, ...args);
  });
}
