import { remark } from "./remark.js";
import { messageOf } from "../../contracts/messageOf.js";

/**
 * Calls listeners, which watch work and must not end it: one that throws is told of once and called no more.
 * @param what they listen to, e.g. "the run's events"
 */
export function tellListeners<Event>(
  listeners: Set<(event: Event) => void>,
  event: Event,
  what: string,
): void {
  for (const listener of listeners) {
    try {
      listener(event);
    } catch (error) {
      listeners.delete(listener);
      const why = messageOf(error);
      remark(`a listener to ${what} failed and is called no more; the work goes on. It said: ${why}`);
    }
  }
}
