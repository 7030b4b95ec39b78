import { inspect, types } from "node:util";

/**
 * Makes promises print without the ids that Node keeps on them while it follows which code belongs to which cell, as
 * they print where nobody follows them.
 *
 * @returns a function that undoes this
 */
export function showPlainPromises(): () => void {
  const promises = Promise.prototype as unknown as Record<symbol, unknown>;
  if (inspect.custom in promises) return () => {};
  const print = {
    print(this: object) {
      if (!types.isProxy(this)) hideIds(this);
      // What is not replaced prints as always.
      return this;
    },
  }.print;
  Object.defineProperty(promises, inspect.custom, { value: print, writable: true, configurable: true });
  return () => void (promises[inspect.custom] === print && Reflect.deleteProperty(promises, inspect.custom));
}

/** Also what an AsyncLocalStorage of anybody keeps there, before Node 24. */
const ids = ["async_id_symbol", "trigger_async_id_symbol", "kResourceStore"];

function hideIds(promise: object): void {
  for (const symbol of Object.getOwnPropertySymbols(promise))
    if (ids.includes(symbol.description ?? "")) Object.defineProperty(promise, symbol, { enumerable: false });
}
