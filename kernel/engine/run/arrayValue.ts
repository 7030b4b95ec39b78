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
  const elements = dtype === "float32" && !(data instanceof Float32Array) ? Float32Array.from(data) : data;
  return new ort.Tensor(dtype, elements as Float32Array, [...shape]);
}

export function fromOrtTensor(tensor: ort.Tensor): ArrayValue {
  return { data: tensor.data as Float32Array, shape: tensor.dims, dtype: tensor.type as ArrayValue["dtype"] };
}
