import { inspect, type InspectOptions } from "node:util";

/** The exports of a module by name. */
export type Namespace = Record<string, unknown>;

/** Objects of this class are printed with this name in front, as Node's namespaces are. */
const named = "[Module: null prototype]";
const Shown = { [named]: class {} }[named];

/** Those that are being printed: a module may export itself. */
const printing = new Set<Namespace>();

/** An empty namespace for a module that the kernel runs. It is printed as Node prints its own, with values, not getters. */
export function newNamespace(): Namespace {
  const namespace = Object.create(null) as Namespace;
  Object.defineProperty(namespace, Symbol.toStringTag, { value: "Module" });
  const print = (depth: number, options: InspectOptions) => printed(namespace, depth, options);
  Object.defineProperty(namespace, inspect.custom, { value: print.bind(undefined) });
  return namespace;
}

function printed(namespace: Namespace, depth: number, options: InspectOptions): string {
  if (printing.has(namespace)) return "[Circular]";
  if (depth < 0) return "[Module]";
  const names = Object.keys(namespace).sort();
  if (names.length === 0) return `${named} {  }`;
  printing.add(namespace);
  try {
    const shown = new Shown();
    for (const name of names)
      Object.defineProperty(shown, name, { value: valueOf(namespace, name), enumerable: true });
    return inspect(shown, { ...options, depth });
  } finally {
    printing.delete(namespace);
  }
}

/** A value that a circle of imports has not set yet cannot be read. */
function valueOf(namespace: Namespace, name: string): unknown {
  try {
    return namespace[name];
  } catch {
    return { [inspect.custom]: () => "<uninitialized>" };
  }
}
