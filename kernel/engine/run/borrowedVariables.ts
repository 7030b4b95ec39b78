import * as tf from "@tensorflow/tfjs-core";

type Numbers = Float32Array | Int32Array | Uint8Array;

/** What tfjs's cpu backend stores for a tensor. */
interface Entry {
  values: Numbers;
  readonly refCount: number;
}

interface Internals {
  readonly state: { readonly tensorInfo: WeakMap<object, { readonly backend: tf.KernelBackend }> };
}

/**
 * While a step holds a variable's newest numbers, tfjs need not keep a second copy under its `dataId`.
 * Borrowed numbers are copied back when they are read, so that values already read never change.
 * Only tfjs's cpu backend can lend numbers, and only those that no other tensor shares (`variable.clone()`).
 */
export function lend(dataId: object, newest: () => Numbers): void {
  const entry = entryOf(dataId);
  if (!entry || isLent(entry) || entry.refCount > 1) return;
  Object.defineProperty(entry, "values", {
    get: () => takeBack(entry, newest()),
    set: (values: Numbers) => hold(entry, values),
    configurable: true,
    enumerable: true,
  });
}

/** Call before the numbers change: tensors that have come to share a variable's numbers keep the old ones. */
export function keepForOthers(dataId: object): void {
  const entry = entryOf(dataId);
  if (entry && isLent(entry) && entry.refCount > 1) void entry.values;
}

/** Ends the loan: tensors that still use the numbers own them again. */
export function giveBack(dataId: object): void {
  void entryOf(dataId)?.values;
}

/** Whether the numbers are in a backend that can lend them. */
export function canLend(dataId: object): boolean {
  return entryOf(dataId) !== undefined;
}

function takeBack(entry: Entry, newest: Numbers): Numbers {
  return hold(entry, newest.slice());
}

function hold(entry: Entry, values: Numbers): Numbers {
  Object.defineProperty(entry, "values", {
    value: values,
    writable: true,
    configurable: true,
    enumerable: true,
  });
  return values;
}

function isLent(entry: Entry): boolean {
  return Object.getOwnPropertyDescriptor(entry, "values")?.get !== undefined;
}

function entryOf(dataId: object): Entry | undefined {
  const { state } = tf.engine() as unknown as Internals;
  const backend = state.tensorInfo.get(dataId)?.backend as { data?: tf.DataStorage<Entry> } | undefined;
  if (!backend || (backend as unknown) !== tf.findBackend("cpu")) return undefined;
  return backend.data?.has(dataId) ? backend.data.get(dataId) : undefined;
}
