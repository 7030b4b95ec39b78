const key = Symbol.for("aen.forgetAsyncIds");

/** The code that the inspector evaluates on the main thread before a termination; see {@link keepAsyncIdsWhole}. */
export const forgetAsyncIds = `globalThis[Symbol.for("${key.description}")]?.()`;

/**
 * Lets the main thread survive terminations. Node keeps a stack of async ids and aborts the process if it is not empty
 * after a callback ("async hook stack has become corrupted"). A termination skips the code that pops the stack and so
 * leaves it non-empty. Node clears it when it handles an uncaught exception, so this triggers that path with an error
 * that was never thrown and a temporary handler that swallows it.
 */
export function keepAsyncIdsWhole(): void {
  const handle = (process as { _fatalException?: (error: unknown) => boolean })._fatalException;
  Object.defineProperty(globalThis, key, { value: () => handleNothing(handle), configurable: true });
}

function handleNothing(handle: ((error: unknown) => boolean) | undefined): void {
  const isTaken = process.hasUncaughtExceptionCaptureCallback();
  if (!isTaken) process.setUncaughtExceptionCaptureCallback(() => {});
  handle?.call(process, undefined);
  if (!isTaken) process.setUncaughtExceptionCaptureCallback(null);
}
