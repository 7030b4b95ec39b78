/**
 * A function in place of another that it does not differ from at sight: it has the other's name and properties, and a
 * text as Node's own functions have, not ours.
 */
export function standIn<F>(original: F, replacement: F): F {
  const bare = (replacement as (...args: unknown[]) => unknown).bind(undefined) as object;
  const properties = Object.getOwnPropertyDescriptors(original) as Record<PropertyKey, PropertyDescriptor>;
  for (const name of Reflect.ownKeys(properties))
    if (name !== "prototype") Object.defineProperty(bare, name, { ...properties[name], configurable: true });
  return bare as F;
}

/** A function that prints with its name, and with no text of its own, as Node's do. */
export function withNativeText<Args extends unknown[], Result>(
  name: string,
  body: (...args: Args) => Result,
): (...args: Args) => Result {
  return Object.defineProperty(body.bind(undefined), "name", { value: name });
}

/**
 * Puts a stand-in in the place of an object's method; an object that inherited the method does not list the new one.
 *
 * @returns a function that restores the method, unless someone else has replaced it since
 */
export function replaceMethod<K extends PropertyKey, F>(
  holder: Record<K, F>,
  name: K,
  replacement: F,
): () => void {
  const own = Object.getOwnPropertyDescriptor(holder, name);
  const value = standIn(holder[name], replacement);
  const enumerable = own?.enumerable ?? false;
  Object.defineProperty(holder, name, { value, enumerable, writable: true, configurable: true });
  return () => {
    if (holder[name] !== value) return;
    if (own) Object.defineProperty(holder, name, own);
    else Reflect.deleteProperty(holder, name);
  };
}
