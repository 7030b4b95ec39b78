import { runningText } from "../../host/runningText.js";
import { createHash, type Hash } from "node:crypto";
import { serialize } from "node:v8";
import * as tf from "@tensorflow/tfjs-core";
import { firstLossOptions, publishedLoss, type LossOptions } from "../lossOptions.js";
import { choicesBehind } from "../lossTerms.js";
import { ClosureVariables } from "./closureVariables.js";
import { hiddenGlobal, hiddenState, namesIn } from "./hiddenState.js";
import { knownName } from "./knownValues.js";
import { isPlainData } from "./plainData.js";

type AnyFunction = (...args: never[]) => unknown;

/**
 * A hash of everything that determines what a function returns: its text and the current values of the variables it
 * closes over, including those of functions that it calls. For a class instance, its own enumerable properties count,
 * private state does not.
 * @returns 64 hexadecimal digits
 */
export function functionIdentity(fn: AnyFunction): string {
  return identified(fn).identity;
}

/**
 * Why two functions with the same {@link functionIdentity} as this one may still differ, as the end of a sentence; null
 * when they cannot.
 */
export function unseenByIdentity(fn: AnyFunction): string | null {
  try {
    return identified(fn).unseen[0] ?? null;
  } catch (error) {
    return `a value that it uses cannot be read (${(error as Error).message})`;
  }
}

function identified(fn: AnyFunction): { readonly identity: string; readonly unseen: readonly string[] } {
  const writing: Writing = {
    hash: createHash("sha256"),
    closure: new ClosureVariables(),
    names: new Map<string, string[]>(),
    inside: [],
    unseen: [],
  };
  try {
    writeFunction(fn, writing);
    return { identity: writing.hash.digest("hex"), unseen: writing.unseen };
  } finally {
    writing.closure.close();
  }
}

interface Writing {
  readonly hash: Hash;
  readonly closure: ClosureVariables;
  /** The free names of texts that were met, since the clips of a set share their functions' texts. */
  readonly names: Map<string, string[]>;
  /** What encloses the value, outermost first. */
  readonly inside: readonly object[];
  /** Filled with what does not count, although it may decide what the function returns. */
  readonly unseen: string[];
}

function writeFunction(fn: AnyFunction, writing: Writing): void {
  const text = runningText(fn);
  const choices = choicesBehind(fn as Parameters<typeof choicesBehind>[0]);
  if (choices) return write(writing, "AEN's own", text, JSON.stringify(decisive(choices)));
  write(writing, "function", text);
  // What belongs to an object is called with it, and its members count.
  if (writing.inside.every((each) => typeof each === "function")) note(hiddenState(fn), writing);
  const names = writing.names.get(text) ?? namesIn(text);
  writing.names.set(text, names);
  for (const name of names) {
    const [first, member] = name.split(".");
    const found = writing.closure.find(fn, first);
    if (found.length === 0) {
      note(hiddenGlobal(first), writing);
      continue;
    }
    const value = member ? (found[0] as Record<string, unknown>)[member] : found[0];
    write(writing, name);
    writeValue(value, { ...writing, inside: [...writing.inside, fn] });
  }
}

function writeValue(value: unknown, writing: Writing): void {
  const known = knownName(value);
  if (known) return write(writing, "known", known);
  if (isPlainData(value)) return write(writing, "data", serialize(value));
  if (typeof value === "symbol") return write(writing, "symbol", String(value));
  const held = value as object;
  const place = writing.inside.indexOf(held);
  if (place >= 0) return write(writing, "again", String(place));
  if (typeof held === "function") return writeFunction(held as AnyFunction, writing);
  if (held instanceof tf.Tensor)
    return write(writing, held.dtype, held.shape.join("x"), serialize(held.dataSync()));
  writeMembers(held, { ...writing, inside: [...writing.inside, held] });
}

function writeMembers(held: object, writing: Writing): void {
  write(writing, "object", held.constructor?.name ?? "");
  const entries = held instanceof Map || held instanceof Set ? [...held.entries()] : Object.entries(held);
  if (entries.length === 0 && !(held instanceof Map || held instanceof Set))
    note(`it uses an object (${held.constructor?.name || "unnamed"}) that hides its state`, writing);
  for (const [key, value] of entries) {
    writeValue(key, writing);
    writeValue(value, writing);
  }
}

function note(why: string | null, { unseen }: Writing): void {
  if (why) unseen.push(why);
}

/** Writes each part with its length, so that no two sequences of parts hash the same input. */
function write({ hash }: Writing, ...parts: (string | Buffer)[]): void {
  for (const part of parts) hash.update(`${Buffer.byteLength(part)} `).update(part);
}

/** The options that tell a built-in function apart, sorted by name. */
function decisive(choices: Required<LossOptions>): [string, unknown][] {
  const counts = ([name, value]: [string, unknown]): boolean => {
    const option = name as keyof LossOptions;
    return (
      firstLossOptions.includes(option) || JSON.stringify(value) !== JSON.stringify(publishedLoss[option])
    );
  };
  return Object.entries(choices)
    .filter(counts)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
