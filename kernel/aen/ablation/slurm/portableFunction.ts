import { deserialize, serialize } from "node:v8";
import { ClosureVariables } from "../functions/closureVariables.js";
import { freeNames, notebookScope } from "../functions/freeNames.js";
import { knownName } from "../functions/knownValues.js";
import { isPlainData } from "../functions/plainData.js";

type AnyFunction = (...args: never[]) => unknown;

/** A function as text, with the values of the variables around it that it uses. */
export interface PortableFunction {
  readonly text: string;
  readonly variables: Readonly<Record<string, PortableValue>>;
}

type PortableValue =
  | { readonly kind: "data"; readonly base64: string }
  | { readonly kind: "function"; readonly function: PortableFunction }
  /** `tf`, `aen`, or a value of the language such as `Math.sqrt`. */
  | { readonly kind: "known"; readonly name: string };

/** What functions of users know without an import. */
export interface KnownModules {
  readonly tf: object;
  readonly aen: object;
}

/**
 * Writes a function so that another process can make it again: its text and the values that the variables around
 * it have now. Numbers, texts, lists, plain objects, typed arrays, other functions, `tf` and `aen` can be written.
 * @throws TypeError naming the variable that holds anything else, and saying what to do
 */
export function portableFunction(fn: AnyFunction, owner: string): PortableFunction {
  const closure = new ClosureVariables();
  try {
    return write(fn, { owner, closure, inside: [] });
  } finally {
    closure.close();
  }
}

/** The function of a text and its variables. */
export function functionFrom({ text, variables }: PortableFunction, known: KnownModules): AnyFunction {
  const scope: Record<string, unknown> = {};
  const names: Record<string, unknown> = { [notebookScope]: scope };
  for (const [name, value] of Object.entries(variables)) {
    const [, member] = name.split(".");
    if (member) scope[member] = valueFrom(value, known);
    else names[name] = valueFrom(value, known);
  }
  return compile(text, Object.keys(names))(...Object.values(names)) as AnyFunction;
}

interface Writing {
  readonly owner: string;
  readonly closure: ClosureVariables;
  readonly inside: readonly AnyFunction[];
}

function write(fn: AnyFunction, writing: Writing): PortableFunction {
  const text = fn.toString();
  if (writing.inside.includes(fn)) throw refusal(writing.owner, `"${fn.name}" calls itself from outside`);
  requireCompilable(text, writing);
  const inner = { ...writing, inside: [...writing.inside, fn] };
  const entries = freeNames(text).flatMap((name) => {
    const found = find(fn, name, writing);
    return found.length === 0 ? [] : [[name, writeValue(found[0], name, inner)] as const];
  });
  return { text, variables: Object.fromEntries(entries) };
}

/** An empty list stands for a global. */
function find(fn: AnyFunction, name: string, { closure, owner }: Writing): [] | [unknown] {
  const [first, member] = name.split(".");
  const found = closure.find(fn, first);
  if (found.length > 0) return member ? [(found[0] as Record<string, unknown>)[member]] : found;
  if (first in globalThis) return [];
  throw refusal(owner, `the value of "${name}" cannot be found`);
}

function writeValue(value: unknown, name: string, writing: Writing): PortableValue {
  const known = knownName(value);
  if (known) return { kind: "known", name: known };
  if (typeof value === "function")
    return { kind: "function", function: write(value as AnyFunction, writing) };
  if (isPlainData(value)) return { kind: "data", base64: serialize(value).toString("base64") };
  const shown = name.replace(`${notebookScope}.`, "");
  throw refusal(writing.owner, `"${shown}", which it uses, is neither plain data nor a function`);
}

function valueFrom(value: PortableValue, known: KnownModules): unknown {
  if (value.kind === "data") return deserialize(Buffer.from(value.base64, "base64"));
  if (value.kind === "function") return functionFrom(value.function, known);
  if (value.name === "tf" || value.name === "aen") return known[value.name];
  const [holder, member] = value.name.split(".");
  const object = (globalThis as unknown as Record<string, Record<string, unknown>>)[holder];
  return member === undefined ? object : object[member];
}

function compile(text: string, names: readonly string[]): (...values: unknown[]) => unknown {
  // The text must stay as it is, to the letter: the identity of a run depends on it.
  return new Function(...names, `"use strict"; return (${text});`) as (...values: unknown[]) => unknown;
}

function requireCompilable(text: string, { owner }: Writing): void {
  try {
    compile(text, []);
  } catch {
    throw refusal(owner, "it is a method, or a function of the language itself; write it as (inputs) => ...");
  }
}

function refusal(owner: string, why: string): TypeError {
  return new TypeError(
    `${owner} cannot be sent to the nodes of a cluster: ${why}. Write what it needs into the function, or as ` +
      `plain data beside it, or carry the study out here (without \`on: "slurm"\`).`,
  );
}
