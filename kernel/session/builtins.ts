import { EventEmitter } from "node:events";
import path from "node:path";
import process from "node:process";
import { types } from "node:util";
import { MessagePort, Worker } from "node:worker_threads";
import type { CellOutput } from "../contracts/cellOutput.js";

type Method = (...args: unknown[]) => unknown;

/** Where methods of the language stand, and on what they are tried. */
interface Holder {
  readonly name: string;
  readonly object: object;
  /** A new value to call them on. */
  sample(): unknown;
  /** What they are called with, in turn; undefined for what cannot be tried. */
  args?(): readonly unknown[][];
}

interface Builtin {
  readonly holder: Holder;
  readonly key: PropertyKey;
  readonly method: Method;
  readonly descriptor: PropertyDescriptor;
}

/** Node's own, whatever cells are given in their place. */
const { apply, defineProperty, deleteProperty, getOwnPropertyDescriptor, getPrototypeOf, ownKeys } = Reflect;
const { then } = Promise.prototype;
const { isMap, isPromise, isSet } = types;
const { isArray } = Array;
const tagOf = Object.prototype.toString;
const [eachOfMap, eachOfSet, textOf] = [Map.prototype.forEach, Set.prototype.forEach, String];

const some = () => [[], [(value: unknown) => value], ["a", "b"], [{ a: 1 }, "a"], [0, 1]];
const none = () => [[]];
const heard = () => [[], ["a", () => {}], [new Event("a")]];
/** With another value than a wait expects, so that it does not wait. */
const shared = () => new Int32Array(new SharedArrayBuffer(4));
const iteratorOf = (sample: () => Iterable<unknown>) => getPrototypeOf(sample()[Symbol.iterator]())!;
const array = () => [3, 1, 2];
const map = () => new Map([["a", 1]]);
const set = () => new Set(["a"]);

function iterated(name: string, sample: () => Iterable<unknown>): Holder {
  return { name, object: iteratorOf(sample), sample: () => sample()[Symbol.iterator](), args: () => [[]] };
}

const holders: readonly Holder[] = [
  { name: "Array.prototype", object: Array.prototype, sample: array, args: some },
  { name: "String.prototype", object: String.prototype, sample: () => "b,a", args: some },
  {
    name: "RegExp.prototype",
    object: RegExp.prototype,
    sample: () => /a/g,
    args: () => [[], ["ba"], ["ba", "c"]],
  },
  { name: "Map.prototype", object: Map.prototype, sample: map, args: some },
  { name: "Set.prototype", object: Set.prototype, sample: set, args: some },
  { name: "WeakMap.prototype", object: WeakMap.prototype, sample: () => new WeakMap(), args: some },
  { name: "WeakSet.prototype", object: WeakSet.prototype, sample: () => new WeakSet(), args: some },
  { name: "Object.prototype", object: Object.prototype, sample: () => ({ a: 1 }), args: some },
  {
    name: "Function.prototype",
    object: Function.prototype,
    sample: () => () => 1,
    args: () => [[], [null, []]],
  },
  { name: "Promise.prototype", object: Promise.prototype, sample: none },
  { name: "AbortSignal.prototype", object: AbortSignal.prototype, sample: none },
  {
    name: "TypedArray.prototype",
    object: getPrototypeOf(Uint8Array.prototype)!,
    sample: () => new Uint8Array([3, 1]),
    args: some,
  },
  iterated("the iterator of arrays", array),
  iterated("the iterator of maps", map),
  iterated("the iterator of sets", set),
  iterated("the iterator of strings", () => "ab"),
  ...Object.entries({ Object, Array, JSON, Reflect, Number, String }).map(([name, object]) => ({
    name,
    object: object as object,
    sample: () => object as unknown,
    args: some,
  })),
  { name: "Symbol", object: Symbol, sample: () => Symbol, args: () => [["a"]] },
  { name: "Atomics", object: Atomics, sample: () => Atomics, args: () => [[shared(), 0, 1, 0]] },
  {
    name: "EventTarget.prototype",
    object: EventTarget.prototype,
    sample: () => new EventTarget(),
    args: heard,
  },
  {
    name: "EventEmitter.prototype",
    object: EventEmitter.prototype,
    sample: () => new EventEmitter(),
    args: heard,
  },
  {
    name: "AbortController.prototype",
    object: AbortController.prototype,
    sample: () => new AbortController(),
    args: none,
  },
  { name: "AbortSignal", object: AbortSignal, sample: () => AbortSignal, args: none },
  { name: "path", object: path, sample: () => path, args: () => [["a"], ["a", "b"]] },
  { name: "Worker.prototype", object: Worker.prototype, sample: none },
  { name: "MessagePort.prototype", object: MessagePort.prototype, sample: none },
  { name: "Promise", object: Promise, sample: () => Promise, args: () => [[[]]] },
];

/** What the kernel's own objects must not inherit: each changes what the language does with them. */
const meaningful: ReadonlySet<PropertyKey> = new Set([
  ...["then", "toJSON", "get", "set", "value", "writable", "enumerable", "configurable", "done", "return"],
]);

let known: Builtin[] = [];
let tell: (names: string[]) => void = () => {};

/**
 * Takes note of the methods of the language as they are, for {@link mendBuiltins}.
 *
 * @param hear told what was put back, by name
 * @returns a function that forgets them
 */
export function knowBuiltins(hear: (names: string[]) => void): () => void {
  known = holders.flatMap((holder) =>
    ownKeys(holder.object).flatMap((key) => {
      const descriptor = getOwnPropertyDescriptor(holder.object, key)!;
      const isMethod = typeof descriptor.value === "function" && key !== "constructor";
      return isMethod ? [{ holder, key, descriptor, method: descriptor.value as Method }] : [];
    }),
  );
  known.push(emitOfProcess());
  tell = hear;
  return () => {
    known = [];
    tell = () => {};
  };
}

/** By it, Node tells of rejections that nobody handles. Packages may replace it, if it goes on to emit. */
function emitOfProcess(): Builtin {
  const sample = () => process;
  const holder = { name: "process", object: process, sample, args: () => [["nobody listens to this"]] };
  const method = process.emit as Method;
  const descriptor = { value: method, writable: true, configurable: true, enumerable: false };
  return { holder, key: "emit", method, descriptor };
}

/**
 * Cells share the methods of the language (`Array.prototype.map`, `JSON.stringify`) with the kernel, and may replace
 * them. A method that no longer does what it did is put back, and so is a property of all objects that the language acts
 * on (`Object.prototype.then`). One that merely does more, as a tracing wrapper, stays. To be called before the kernel
 * works on what a cell has left.
 */
export function mendBuiltins(): void {
  if (known.length === 0) return;
  const names: string[] = [];
  // What is put back may be what kept another from showing that it is broken.
  for (let before = -1; before < names.length;) {
    before = names.length;
    mendOnce(names);
  }
  removeMeaningful(names);
  if (names.length > 0) tell(names);
}

function mendOnce(names: string[]): void {
  for (let at = 0; at < known.length; at++) {
    const { holder, key, method } = known[at];
    const isReplaced = (holder.object as Record<PropertyKey, unknown>)[key] !== method;
    if (isReplaced && !works(known[at]) && putBack(known[at])) names[names.length] = nameOf(known[at]);
  }
}

function putBack({ holder, key, descriptor }: Builtin): boolean {
  return defineProperty(holder.object, key, descriptor);
}

function removeMeaningful(names: string[]): void {
  removeFrom("Object.prototype", Object.prototype, names);
  removeFrom("Array.prototype", Array.prototype, names);
}

function removeFrom(name: string, prototype: object, names: string[]): void {
  const keys = ownKeys(prototype);
  for (let at = 0; at < keys.length; at++) {
    const isMeaningful = meaningful.has(keys[at]) || `${Number(textOf(keys[at]))}` === keys[at];
    if (isMeaningful && deleteProperty(prototype, keys[at]))
      names[names.length] = `${name}.${textOf(keys[at])}`;
  }
}

function nameOf({ holder, key }: Builtin): string {
  return typeof key === "symbol" ? `${holder.name}[${textOf(key)}]` : `${holder.name}.${textOf(key)}`;
}

/** What the cell says that has replaced them. */
export function builtinsNote(names: readonly string[]): CellOutput {
  const all =
    names.length > 3 ? `${names.slice(0, 2).join(", ")} and ${names.length - 2} more` : names.join(", ");
  const text =
    `The kernel shares ${all} with the cells, and cannot work with what a cell has put there: the original is back. ` +
    "What only adds to a method may stay.\n";
  return { output_type: "stream", name: "stderr", text };
}

/** Whether what stands in a method's place gives the same on samples. */
function works({ holder, key, method }: Builtin): boolean {
  const present = (holder.object as Record<PropertyKey, unknown>)[key];
  if (typeof present !== "function" || !holder.args) return false;
  try {
    return isAsBefore(holder.args, holder.sample, method, present as Method);
  } catch {
    return false;
  }
}

function isAsBefore(
  args: () => readonly unknown[][],
  sample: () => unknown,
  method: Method,
  present: Method,
): boolean {
  const count = args().length;
  // What refuses all samples cannot be compared.
  let isComparable = false;
  for (let at = 0; at < count; at++) {
    const expected = outcome(method, sample(), args()[at]);
    if (outcome(present, sample(), args()[at]) !== expected) return false;
    isComparable ||= expected !== refused;
  }
  return isComparable;
}

const refused = "it throws";

/** What a call gives, as text that can be compared. */
function outcome(method: Method, receiver: unknown, args: readonly unknown[]): string {
  try {
    const value = apply(method, receiver, args as unknown[]);
    if (isPromise(value)) {
      apply(then, value, [undefined, () => {}]);
      return "a promise";
    }
    return `${shown(value)} of ${shown(receiver)}`;
  } catch {
    return refused;
  }
}

/** A value as text, by nothing that a cell could have replaced. */
function shown(value: unknown, depth = 0): string {
  if (typeof value === "function") return "a function";
  if (typeof value !== "object" || value === null) return `${typeof value} ${textOf(value)}`;
  let text = apply(tagOf, value, []) as string;
  if (depth > 2) return text;
  const add = (each: unknown) => void (text += ` ${shown(each, depth + 1)}`);
  if (isMap(value)) apply(eachOfMap, value, [add]);
  else if (isSet(value)) apply(eachOfSet, value, [add]);
  const keys = isArray(value) ? undefined : ownKeys(value);
  const count = keys ? keys.length : (value as unknown[]).length;
  for (let at = 0; at < count && at < 20; at++) {
    const key = keys ? keys[at] : at;
    text += ` ${textOf(key)}`;
    add((getOwnPropertyDescriptor(value, key) ?? {}).value);
  }
  return text;
}
