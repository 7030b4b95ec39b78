import { createHash, type Hash } from "node:crypto";
import { serialize } from "node:v8";
import * as tf from "@tensorflow/tfjs-core";
import { choicesBehind, type LossOptions } from "../../losses/lossTerms.js";
import { ClosureVariables } from "./closureVariables.js";
import { freeNames } from "./freeNames.js";
import { knownName } from "./knownValues.js";
import { isPlainData } from "./plainData.js";

type AnyFunction = (...args: never[]) => unknown;

/**
 * A hash over all that decides what a function returns: its text, and the values that the variables around it have
 * now, those of functions that it calls included. Of an instance of a class its own enumerable properties count,
 * not what it keeps private.
 * @returns 64 hexadecimal digits
 */
export function functionIdentity(fn: AnyFunction): string {
  const writing = { hash: createHash("sha256"), closure: new ClosureVariables(), inside: [] };
  try {
    writeFunction(fn, writing);
    return writing.hash.digest("hex");
  } finally {
    writing.closure.close();
  }
}

interface Writing {
  readonly hash: Hash;
  readonly closure: ClosureVariables;
  /** What encloses the value, outermost first. */
  readonly inside: readonly object[];
}

function writeFunction(fn: AnyFunction, writing: Writing): void {
  const text = fn.toString();
  const choices = choicesBehind(fn as Parameters<typeof choicesBehind>[0]);
  if (choices) return write(writing, "AEN's own", text, JSON.stringify(sorted(choices)));
  write(writing, "function", text);
  for (const name of namesIn(text)) {
    const [first, member] = name.split(".");
    const found = writing.closure.find(fn, first);
    if (found.length === 0) continue;
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
  for (const [key, value] of entries) {
    writeValue(key, writing);
    writeValue(value, writing);
  }
}

/** Every part with its length, so that no two sequences of parts look alike. */
function write({ hash }: Writing, ...parts: (string | Buffer)[]): void {
  for (const part of parts) hash.update(`${Buffer.byteLength(part)} `).update(part);
}

/** None of a method or of a function of the language itself, whose text is no expression. */
function namesIn(text: string): string[] {
  try {
    new Function(`(${text})`);
  } catch {
    return [];
  }
  return freeNames(text);
}

function sorted(choices: Required<LossOptions>): [string, unknown][] {
  return Object.entries(choices).sort(([a], [b]) => (a < b ? -1 : 1));
}
