const { toString } = Function.prototype;

/**
 * A function's text as it runs. In a notebook its own `toString` leaves out what the compiler has added, such as the
 * scope that holds the notebook's variables.
 */
export function runningText(fn: (...args: never[]) => unknown): string {
  return toString.call(fn);
}
