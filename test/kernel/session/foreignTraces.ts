import { execFileSync } from "node:child_process";

/**
 * Hides globals that other tests of this process have left behind: a cell that prints all globals would show them.
 * @returns a function that shows them again
 */
export function hideForeignGlobals(): () => void {
  const print = "JSON.stringify(Object.keys(globalThis))";
  const own = JSON.parse(execFileSync(process.execPath, ["-p", print], { encoding: "utf8" })) as string[];
  const foreign = Object.keys(globalThis).filter((name) => !own.includes(name));
  const set = (enumerable: boolean): void => {
    for (const name of foreign)
      if (name in globalThis) Object.defineProperty(globalThis, name, { enumerable });
  };
  set(false);
  return () => set(true);
}

/**
 * Whether somebody else in this process has used an AsyncLocalStorage, such as a library of other tests: from then on Node
 * (before 24) keeps its value on every resource, where it is seen.
 */
export function isFollowedByNode(): boolean {
  return Object.getOwnPropertySymbols(Promise.resolve()).some(
    ({ description }) => description === "kResourceStore",
  );
}
