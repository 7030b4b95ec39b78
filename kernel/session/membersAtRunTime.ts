import { types } from "node:util";
import type { Completions } from "../contracts/languageReplies.js";
import { originOf } from "./ownGetters.js";

type Match = Completions["matches"][number];

/** The value at a path of property names, or undefined if there is none or finding it would run code: a getter, a proxy. */
export function valueAt(scope: object, path: readonly string[]): { readonly value: unknown } | undefined {
  const [root, ...members] = path;
  if (root === undefined) return undefined;
  let found = read(scope, root) ?? read(globalThis, root);
  for (const name of members) found = found && read(found.value, name);
  return found;
}

/** The names of a value's members, its own first, without running any of its code. */
export function membersOf(value: unknown): Match[] {
  const found = new Map<string, Match>();
  for (const object of chain(value))
    for (const text of namesIn(object))
      if (!found.has(text)) found.set(text, { text, kind: kindOf(object, text) });
  return [...found.values()];
}

/** Whether a value is known to have no member of a name. */
export function lacks(value: unknown, name: string): boolean {
  if (types.isProxy(value)) return false;
  return ![...chain(value), Object.prototype].some((object) => Object.hasOwn(object, name));
}

function read(value: unknown, name: string): { readonly value: unknown } | undefined {
  for (const object of [...chain(value), Object.prototype]) {
    const property = described(object, name);
    if (!property) continue;
    if (!property.get) return "value" in property ? { value: property.value } : undefined;
    const origin = originOf(property.get);
    if (origin === undefined) return undefined;
    return origin === "own" ? called(property.get) : read(origin.object, origin.name);
  }
  return undefined;
}

function called(get: () => unknown): { readonly value: unknown } | undefined {
  try {
    return { value: get() };
  } catch {
    return undefined;
  }
}

/** A value and its prototypes up to `Object.prototype`; nothing from the first proxy on. */
function chain(value: unknown): object[] {
  const objects: object[] = [];
  let next: unknown = value === null || value === undefined ? null : Object(value);
  while (next !== null && next !== Object.prototype && !types.isProxy(next)) {
    objects.push(next as object);
    next = Object.getPrototypeOf(next);
  }
  return objects;
}

function namesIn(object: object): string[] {
  const isList = Array.isArray(object) || ArrayBuffer.isView(object) || types.isStringObject(object);
  return (isList ? namesOfList(object) : Object.getOwnPropertyNames(object)).filter(
    (name) => name !== "constructor",
  );
}

/** So many elements are not looked through for other names. */
const longList = 2000;

/** The names of a list without its elements. */
function namesOfList(list: object): string[] {
  if ((list as { length?: number }).length! > longList) return ["length"];
  return Object.getOwnPropertyNames(list).filter((name) => !/^\d+$/.test(name));
}

function kindOf(object: object, name: string): string {
  return typeof described(object, name)?.value === "function" ? "method" : "property";
}

/** A property's descriptor; undefined also while a module has not got as far as its declaration. */
function described(object: object, name: string): PropertyDescriptor | undefined {
  try {
    return Object.getOwnPropertyDescriptor(object, name);
  } catch {
    return undefined;
  }
}
