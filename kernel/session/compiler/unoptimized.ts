import { underFlag } from "./v8Flag.js";

/**
 * Keeps V8 from optimizing functions that only set the scene: TypeScript's create hundreds of closures each, once for a
 * cell or less. V8's optimizer needs up to 25 seconds of a core and 130 MB for one of them, and then saves no time.
 */
export function leaveUnoptimized(functions: readonly ((...args: never[]) => unknown)[]): void {
  underFlag("allow-natives-syntax", () => {
    const leave = new Function("given", "%NeverOptimizeFunction(given)") as (given: unknown) => void;
    functions.forEach((each) => leave(each));
  });
}
