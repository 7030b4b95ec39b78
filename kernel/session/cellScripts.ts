import vm from "node:vm";

/** The script name of a cell's code in stack traces and in the inspector. */
export function cellScriptName(executionCount: number): string {
  return `Cell [${executionCount}]`;
}

/** Whether a script is a cell's code; see {@link cellScriptName}. */
export function isCellScript(name: string): boolean {
  return /^Cell \[\d+\]$/.test(name);
}

/** The name of the script through which the kernel calls a cell's callbacks. */
export const handOverScript = "aen:callback-of-a-cell";

/**
 * Calls a function that a cell passed elsewhere, such as a timer callback. The call adds its own stack frame, so that
 * an interrupt knows whose code is running even when that code has no script address (`new Function`).
 */
export const handOver = new vm.Script("(body, self, args) => body.apply(self, args)", {
  filename: handOverScript,
}).runInThisContext() as <T>(body: (...args: unknown[]) => T, self: unknown, args: unknown[]) => T;
