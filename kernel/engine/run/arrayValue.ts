import * as ort from "onnxruntime-node";

/** An array with its shape, row-major, as it enters and leaves a compiled step. */
export interface ArrayValue {
  readonly data: Float32Array | Int32Array | Uint8Array;
  readonly shape: readonly number[];
  readonly dtype: "float32" | "int32" | "bool";
}

export type StepInput = ArrayValue | number;

/** A number becomes a float32 scalar. */
export function toArrayValue(input: StepInput): ArrayValue {
  if (typeof input !== "number") return input;
  return { data: Float32Array.of(input), shape: [], dtype: "float32" };
}

/** A tensor of ONNX Runtime over the same memory. */
export function toOrtTensor({ data, shape, dtype }: ArrayValue): ort.Tensor {
  return new ort.Tensor(dtype, elementsFor(dtype, data) as Float32Array, [...shape]);
}

/** 8-bit numbers (pixels) may come under any type. */
function elementsFor(dtype: ArrayValue["dtype"], data: ArrayValue["data"]): ArrayValue["data"] {
  if (dtype === "float32" && !(data instanceof Float32Array)) return Float32Array.from(data);
  if (dtype === "int32" && !(data instanceof Int32Array)) return Int32Array.from(data);
  return data;
}

export function fromOrtTensor(tensor: ort.Tensor): ArrayValue {
  return { data: tensor.data as Float32Array, shape: tensor.dims, dtype: tensor.type as ArrayValue["dtype"] };
}
