import { createRequire, syncBuiltinESMExports } from "node:module";
import { currentCell } from "./cellContext.js";
import { Interrupted } from "./cellError.js";
import { withoutListening } from "./keptListeners.js";
import { sharedState } from "./sharedState.js";

type Call = (...args: unknown[]) => unknown;

const programs = createRequire(import.meta.url)("node:child_process") as Record<string, Call>;

/**
 * Says in shared memory when the main thread waits for a program in one call (`execSync` and the like). Such a call
 * ends only with its program; see `endAwaitedProgram`. Meanwhile SIGTERM ends this process without its listeners, which
 * cannot be called.
 *
 * @param onAwait called when such a call begins
 * @returns a function that undoes this
 */
export function showAwaitedPrograms(state: Int32Array, onAwait: () => void): () => void {
  const { awaitsProgram } = sharedState;
  const originals = ["spawnSync", "execSync", "execFileSync"].map((name) => [name, programs[name]] as const);
  for (const [name, original] of originals)
    programs[name] = (...args) => {
      Atomics.add(state, awaitsProgram, 1);
      onAwait();
      try {
        return unlessEnded(
          state,
          withoutListening("SIGTERM", () => original(...args)),
        );
      } catch (error) {
        return unlessEnded(state, error, () => {
          throw error;
        });
      } finally {
        Atomics.sub(state, awaitsProgram, 1);
      }
    };
  syncBuiltinESMExports();
  return () => {
    for (const [name, original] of originals) programs[name] = original;
    syncBuiltinESMExports();
  };
}

/** Ends the cell if a stop has ended its program, which has left a result or an error with a signal. */
function unlessEnded(state: Int32Array, outcome: unknown, otherwise: () => unknown = () => outcome): unknown {
  const { signal } = (outcome ?? {}) as { signal?: unknown };
  const cell = currentCell();
  if (!cell || typeof signal !== "string" || Atomics.load(state, sharedState.stopping) === 0)
    return otherwise();
  const reason = new Interrupted();
  cell.stop(reason);
  throw reason;
}
