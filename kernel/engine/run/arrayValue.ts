import type { ArrayValue, StepInput } from "../contract.js";
import * as ort from "./onnxRuntime.js";

/** A number becomes a float32 scalar. */
export function toArrayValue(input: StepInput): ArrayValue {
  if (typeof input !== "number") return input;
  return { data: Float32Array.of(input), shape: [], dtype: "float32" };
}

/** An ONNX Runtime tensor that shares the array's memory. */
export function toOrtTensor({ data, shape, dtype }: ArrayValue): ort.Tensor {
  return new ort.Tensor(dtype, elementsOf(data, dtype) as Float32Array, [...shape]);
}

/** A zero tensor for a run to write into. */
export function emptyOrtTensor(dtype: ArrayValue["dtype"], shape: readonly number[]): ort.Tensor {
  const size = shape.reduce((product, length) => product * length, 1);
  return toOrtTensor({ data: new arrays[dtype](size), shape, dtype });
}

const arrays = { float32: Float32Array, int32: Int32Array, bool: Uint8Array } as const;

/** The numbers in the array type that the dtype needs; 8-bit pixels may arrive as int32 or float32. */
function elementsOf(data: ArrayValue["data"], dtype: ArrayValue["dtype"]): ArrayValue["data"] {
  return data instanceof arrays[dtype] ? data : arrays[dtype].from(data);
}

export function fromOrtTensor(tensor: ort.Tensor): ArrayValue {
  return { data: tensor.data as Float32Array, shape: tensor.dims, dtype: tensor.type as ArrayValue["dtype"] };
}
