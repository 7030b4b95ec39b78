import { inspect } from "node:util";

/** One variable of a notebook, for a list. */
export interface VariableSummary {
  readonly name: string;
  /** As written in code: "Tensor", "ClipSet", "number". */
  readonly type: string;
  /** Of tensors and arrays. */
  readonly shape?: readonly number[];
  /** Of tensors and typed arrays. */
  readonly bytes?: number;
  /** A one-line summary of the value. */
  readonly summary: string;
}

/** Summarizes a notebook's variables without computing or moving anything. */
export function variableSummaries(scope: Readonly<Record<string, unknown>>): VariableSummary[] {
  return Object.keys(scope)
    .sort()
    .map((name) => ({ name, ...described(scope[name]) }));
}

function described(value: unknown): Omit<VariableSummary, "name"> {
  try {
    if (isTensor(value)) return describedTensor(value);
    if (typeof value === "function") return describedFunction(value);
    const type = typeName(value);
    if (Array.isArray(value)) return { type, shape: [value.length], summary: line(value) };
    if (ArrayBuffer.isView(value)) {
      const { length } = value as Uint8Array;
      return {
        type,
        bytes: value.byteLength,
        ...(length === undefined ? {} : { shape: [length] }),
        summary: "",
      };
    }
    return { type, summary: line(value) };
  } catch {
    return { type: typeof value, summary: "" };
  }
}

interface TensorLike {
  readonly shape: number[];
  readonly dtype: string;
  readonly size: number;
  readonly isDisposed: boolean;
}

function isTensor(value: unknown): value is TensorLike {
  const { shape, dtype, isDisposed } = (value ?? {}) as Partial<TensorLike>;
  return Array.isArray(shape) && typeof dtype === "string" && typeof isDisposed === "boolean";
}

const bytesOf: Readonly<Record<string, number>> = { float32: 4, int32: 4, bool: 1, complex64: 8 };

function describedTensor({ shape, dtype, size, isDisposed }: TensorLike): Omit<VariableSummary, "name"> {
  const bytes = dtype in bytesOf ? size * bytesOf[dtype] : undefined;
  return { type: `Tensor ${dtype}`, shape, bytes, summary: isDisposed ? "disposed" : "" };
}

/** A function by its parameters, a class by its name, as their code begins. */
function describedFunction(value: unknown): Omit<VariableSummary, "name"> {
  const code = Function.prototype.toString.call(value);
  const isClass = /^class\b/.test(code);
  const head = isClass ? /^class[^{]*/.exec(code)![0].trim() : parametersOf(code);
  return { type: isClass ? "class" : "function", summary: firstLine(head) };
}

/** The parameters with their brackets, "(a, b = 2)"; "" for code that is not shown, such as "[native code]". */
function parametersOf(code: string): string {
  const arrow = /^(?:async\s+)?([\w$]+)\s*=>/.exec(code);
  if (arrow) return `(${arrow[1]})`;
  const start = code.indexOf("(");
  let depth = 0;
  for (let at = start; at >= 0 && at < code.length; at++) {
    if (code[at] === "(") depth++;
    if (code[at] === ")" && --depth === 0) return code.slice(start, at + 1).replaceAll(/\s+/g, " ");
  }
  return "";
}

function typeName(value: unknown): string {
  if (value === null || typeof value !== "object") return value === null ? "null" : typeof value;
  return (
    (Object.getPrototypeOf(value) as { constructor?: { name?: string } } | null)?.constructor?.name ??
    "object"
  );
}

function line(value: unknown): string {
  if (tellsItself(value)) return firstLine(String(value));
  return firstLine(
    inspect(value, { depth: 1, maxArrayLength: 5, maxStringLength: 80, breakLength: Infinity }),
  );
}

/** Whether a value's class defines its own text description. */
function tellsItself(value: unknown): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return typeof value.toString === "function" && value.toString !== Object.prototype.toString;
}

function firstLine(text: string): string {
  const [first] = text.split("\n");
  return first.length > 120 ? `${first.slice(0, 117)}...` : first;
}
