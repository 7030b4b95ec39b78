import { runningText } from "../../host/runningText.js";
import { deserialize, serialize } from "node:v8";
import { ClosureVariables } from "../functionIdentity/closureVariables.js";
import { freeNames, notebookScope } from "../functionIdentity/freeNames.js";
import { hiddenGlobal, hiddenState, isExpression } from "../functionIdentity/hiddenState.js";
import { knownName } from "../functionIdentity/knownValues.js";
import { isPlainData } from "../functionIdentity/plainData.js";

type AnyFunction = (...args: never[]) => unknown;

/** A function as text, with the values of the variables it closes over. */
export interface PortableFunction {
  readonly text: string;
  readonly variables: Readonly<Record<string, PortableValue>>;
}

type PortableValue =
  | { readonly kind: "data"; readonly base64: string }
  | { readonly kind: "function"; readonly function: PortableFunction }
  /** `tf`, `aen`, or a built-in value such as `Math.sqrt`. */
  | { readonly kind: "known"; readonly name: string };

/** The modules that user functions can use without importing them. */
export interface KnownModules {
  readonly tf: object;
  readonly aen: object;
}

/**
 * Serialises a function so that another process can recreate it: its text and the current values of the variables it
 * closes over. Numbers, strings, arrays, plain objects, typed arrays, other functions, `tf` and `aen` are supported.
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

/** Recreates a function from its text and variables. */
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
  const text = runningText(fn);
  if (writing.inside.includes(fn)) throw refusal(writing.owner, `"${fn.name}" calls itself from outside`);
  if (!isExpression(text))
    throw refusal(writing.owner, "it is a method or a built-in function; write it as (inputs) => ...");
  requireNothingHidden(hiddenState(fn), writing);
  const inner = { ...writing, inside: [...writing.inside, fn] };
  const entries = freeNames(text).flatMap((name) => {
    const found = find(fn, name, writing);
    if (found.length === 0) requireNothingHidden(hiddenGlobal(name.split(".")[0]), writing);
    return found.length === 0 ? [] : [[name, writeValue(found[0], name, inner)] as const];
  });
  return { text, variables: Object.fromEntries(entries) };
}

/** An empty list means a global. */
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
  // The text must stay exactly as it is: the identity of a run depends on it.
  return new Function(...names, `"use strict"; return (${text});`) as (...values: unknown[]) => unknown;
}

function requireNothingHidden(why: string | null, { owner }: Writing): void {
  if (why) throw refusal(owner, why);
}

/** Thrown for a function that cannot be written. */
export class NotPortableError extends TypeError {
  constructor(
    message: string,
    /** What was to be written, e.g. `The loss term "x"`. */
    readonly owner: string,
    /** What stands in the way, as the end of a sentence. */
    readonly why: string,
  ) {
    super(message);
    this.name = "TypeError";
  }
}

function refusal(owner: string, why: string): NotPortableError {
  return new NotPortableError(
    `${owner} cannot be sent to the nodes of a cluster: ${why}. Define what it needs inside the function, or as ` +
      `plain data beside it, or run the study on this machine (without \`on: "slurm"\`).`,
    owner,
    why,
  );
}
