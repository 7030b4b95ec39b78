import type { DeclaredParameter, ParameterKind } from "./parameterTypes.js";

/** The value of a parameter. */
export type ParameterValue =
  | string
  | number
  | bigint
  | boolean
  | null
  | undefined
  | readonly ParameterValue[]
  | { readonly [name: string]: ParameterValue };

/** A parameter that cannot be set; the message names it and says what it can be. */
export class ParameterError extends Error {
  override readonly name = "ParameterError";
}

/** What a text gives as a value of a kind; undefined if it is none. */
type Reader = (text: string) => { readonly value: ParameterValue } | undefined;

const decimal = /^[+-]?(\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(e[+-]?\d+)?$/i;

/** In the order in which they are tried. */
const readers: readonly (readonly [ParameterKind, Reader])[] = [
  ["null", (text) => (/^(null|none)$/i.test(text) ? { value: null } : undefined)],
  ["undefined", (text) => (/^(undefined|null|none)$/i.test(text) ? { value: undefined } : undefined)],
  [
    "truth value",
    (text) => (/^(true|false)$/i.test(text) ? { value: text.toLowerCase() === "true" } : undefined),
  ],
  ["number", readNumber],
  ["BigInt", readBigInt],
  ["list", (text) => readJson(text, Array.isArray)],
  [
    "object",
    (text) => readJson(text, (value) => typeof value === "object" && value !== null && !Array.isArray(value)),
  ],
  ["text", (text) => ({ value: text })],
  ["anything", (text) => ({ value: guessed(text) })],
];

/**
 * The value that a text stands for, as the notebook declares its parameter: text stays text where text is declared, a
 * number may be written in any notation of TypeScript, or as `inf` and `nan`, lists and objects are JSON.
 *
 * @throws ParameterError when it stands for none; the message begins with `where`
 */
export function readParameter(text: string, declared: DeclaredParameter, where: string): ParameterValue {
  const choice = declared.choices.find((each) => each === text || each === readNumber(text)?.value);
  if (choice !== undefined) return choice;
  for (const [kind, read] of readers) {
    const found = declared.kinds.has(kind) && read(text);
    if (found) return found.value;
  }
  throw new ParameterError(
    `${where}: this parameter is ${inWords(declared)}, and ${JSON.stringify(text)} is not.`,
  );
}

/**
 * A value of a file as its parameter's: nothing is converted, but for BigInts, which JSON and YAML do not have.
 *
 * @throws ParameterError when the notebook declares another kind; the message begins with `where`
 */
export function checkParameter(
  value: ParameterValue,
  declared: DeclaredParameter,
  where: string,
): ParameterValue {
  const { kinds, choices } = declared;
  const kind = kindOf(value);
  if (kinds.has(kind) || kinds.has("anything") || choices.includes(value as string)) return value;
  if (kind === "null" && kinds.has("undefined")) return undefined;
  const whole = kind === "text" ? readBigInt(String(value)) : undefined;
  if (kinds.has("BigInt") && whole) return whole.value;
  if (kinds.has("BigInt") && Number.isSafeInteger(value)) return BigInt(value as number);
  throw new ParameterError(
    `${where}: this parameter is ${inWords(declared)}, not ${kind} (${parameterLiteral(value)}).`,
  );
}

/** A value as TypeScript writes it. */
export function parameterLiteral(value: ParameterValue): string {
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "number") return Object.is(value, -0) ? "-0" : String(value);
  if (Array.isArray(value)) return `[${value.map(parameterLiteral).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "undefined";
  const members = Object.entries(value).map(
    ([name, each]) => `${memberName(name)}: ${parameterLiteral(each)}`,
  );
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}

/** Written plainly, `__proto__` would not be a member but the prototype. */
function memberName(name: string): string {
  return name === "__proto__" ? '["__proto__"]' : JSON.stringify(name);
}

function readNumber(text: string): { value: number } | undefined {
  if (/^[+-]?inf(inity)?$/i.test(text)) return { value: text.startsWith("-") ? -Infinity : Infinity };
  if (/^nan$/i.test(text)) return { value: NaN };
  const sign = /^[+-]/.test(text) ? text[0] : "";
  const digits = text.slice(sign.length);
  const isOther = /^0(x[\da-f_]+|o[0-7_]+|b[01_]+)$/i.test(digits);
  if (!isOther && !decimal.test(text)) return undefined;
  const value = Number(digits.replaceAll("_", ""));
  return { value: sign === "-" ? -value : value };
}

function readBigInt(text: string): { value: bigint } | undefined {
  const [, sign, digits] = /^([+-]?)(0x[\da-f]+|\d[\d_]*)n?$/i.exec(text) ?? [];
  if (digits === undefined) return undefined;
  const value = BigInt(digits.replaceAll("_", ""));
  return { value: sign === "-" ? -value : value };
}

function readJson(text: string, fits: (value: unknown) => boolean): { value: ParameterValue } | undefined {
  try {
    const value = JSON.parse(text) as ParameterValue;
    return fits(value) ? { value } : undefined;
  } catch {
    return undefined;
  }
}

/** A value whose kind the notebook does not tell; digits after a zero are the name of something. */
function guessed(text: string): ParameterValue {
  if (/^[+-]?0\d/.test(text)) return text;
  if (/^[+-]?\d+n$/.test(text)) return readBigInt(text)!.value;
  const tried = readers.filter(([kind]) => !["undefined", "BigInt", "text", "anything"].includes(kind));
  for (const [, read] of tried) {
    const found = read(text);
    if (found) return found.value;
  }
  return readJson(text, (value) => typeof value === "string")?.value ?? text;
}

function kindOf(value: ParameterValue): ParameterKind {
  if (value === null) return "null";
  if (Array.isArray(value)) return "list";
  const kinds = { string: "text", number: "number", bigint: "BigInt", boolean: "truth value" } as const;
  return kinds[typeof value as keyof typeof kinds] ?? (value === undefined ? "undefined" : "object");
}

function inWords({ kinds, choices }: DeclaredParameter): string {
  const named = [...kinds].map((kind) => articles[kind] ?? kind);
  const all = [...choices.map((choice) => JSON.stringify(choice)), ...named];
  return all.length < 2 ? all.join("") : `${all.slice(0, -1).join(", ")} or ${all.at(-1)}`;
}

const articles: Partial<Record<ParameterKind, string>> = {
  number: "a number",
  "truth value": "true or false",
  BigInt: "a BigInt",
  list: "a list (JSON)",
  object: "an object (JSON)",
};
