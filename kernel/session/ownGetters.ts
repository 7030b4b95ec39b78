/** Where one of our own getters reads its value: a property of an object, or something that it may compute. */
type Origin = { readonly object: object; readonly name: string } | "own";

const origins = new WeakMap<() => unknown, Origin>();

/** Marks a getter as ours: reading it runs no code of the user's, or only that of the property that it stands for. */
export function ownGetter(get: () => unknown, origin: Origin = "own"): () => unknown {
  origins.set(get, origin);
  return get;
}

/** What one of our own getters reads; undefined for a getter of the user's. */
export function originOf(get: () => unknown): Origin | undefined {
  return origins.get(get);
}
