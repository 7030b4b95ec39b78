import { knownDetails } from "../aen/host/variableDetails.js";
import type { VariableDetails } from "../contracts/variableDetails.js";
import { textOf } from "./mimeOfValue.js";
import { numberDetails, type ShapedNumbers } from "./numberDetails.js";

/** More text than this is cut: a viewer is no log. */
const mostText = 20_000;

/** What a viewer shows of a value. Reading a tensor waits for what computes it. */
export async function variableDetails(value: unknown): Promise<VariableDetails> {
  const numbers = await numbersOf(value);
  if (numbers) return numberDetails(numbers);
  const known = knownDetails(value);
  if (known) return known;
  const text = textOf(value);
  return { kind: "text", text: text.length > mostText ? `${text.slice(0, mostText)}…` : text };
}

interface TensorLike {
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly isDisposed: boolean;
  data(): Promise<ArrayLike<number>>;
}

async function numbersOf(value: unknown): Promise<ShapedNumbers | undefined> {
  if (isTensor(value) && !value.isDisposed && /^(float32|int32|bool)$/.test(value.dtype))
    return { type: `Tensor ${value.dtype}`, shape: value.shape, values: await value.data() };
  if (ArrayBuffer.isView(value) && "length" in value) {
    const values = value as unknown as ArrayLike<number>;
    return { type: value.constructor.name, shape: [values.length], values };
  }
  if (Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === "number"))
    return { type: "number[]", shape: [value.length], values: value as number[] };
  return undefined;
}

function isTensor(value: unknown): value is TensorLike {
  const { shape, dtype, isDisposed, data } = (value ?? {}) as Partial<TensorLike>;
  const isShaped = Array.isArray(shape) && typeof dtype === "string" && typeof isDisposed === "boolean";
  return isShaped && typeof data === "function";
}
