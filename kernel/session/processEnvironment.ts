/**
 * Keeps `process.env` an object: Node itself reads it while it reports and finishes what a cell did, and from Node 24 on
 * a kernel without it never answers again. A cell may still replace it by another object.
 * @throws TypeError, in the cell that sets it to anything else or removes it
 */
export function keepEnvironment(): void {
  let current = process.env;
  Object.defineProperty(process, "env", {
    enumerable: true,
    configurable: false,
    get: () => current,
    set: (given: unknown) => {
      if (typeof given !== "object" || given === null)
        throw new TypeError("process.env must be an object: Node and the kernel read it.");
      current = given as NodeJS.ProcessEnv;
    },
  });
}
