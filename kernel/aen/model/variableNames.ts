/**
 * TensorFlow.js has one register of variables for a process, which refuses a name twice. Copies of this module (from source
 * and built, say) share it, so the count is the process's, too.
 */
const counts: unique symbol = Symbol.for("aen.variableOwners");
const shared = globalThis as { [counts]?: Map<string, number> };

/** A prefix for the names of variables that nobody else in this process has: "model0", "model1", "optimizer0", ... */
export function ownPrefix(kind: "model" | "optimizer"): string {
  const taken = (shared[counts] ??= new Map<string, number>());
  const number = taken.get(kind) ?? 0;
  taken.set(kind, number + 1);
  return `${kind}${number}`;
}
