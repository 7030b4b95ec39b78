/** Whether a value is plain data all the way down, so that it can be cloned: no functions, no class instances. */
export function isPlainData(value: unknown, around: readonly unknown[] = []): boolean {
  if (typeof value === "function" || typeof value === "symbol") return false;
  if (value === null || typeof value !== "object" || around.includes(value)) return true;
  if (ArrayBuffer.isView(value) || value instanceof Date) return true;
  const members = membersOf(value);
  return members !== null && members.every((member) => isPlainData(member, [...around, value]));
}

/** Null for a class instance. */
function membersOf(value: object): unknown[] | null {
  if (Array.isArray(value)) return value;
  if (value instanceof Map) return [...value].flat();
  if (value instanceof Set) return [...value];
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype ? Object.values(value) : null;
}
