import { reshape, transpose } from "./shapes.js";
import { broadcastShape } from "./elementwise.js";
import { operation, sizeOf, type Value } from "./graph.js";

export interface ProductOptions {
  readonly transposeA?: boolean;
  readonly transposeB?: boolean;
}

/** Product of two matrices. */
export function gemm(a: Value, b: Value, options: ProductOptions = {}, bias?: Value): Value {
  const { transposeA = false, transposeB = false } = options;
  const shape = [a.shape[transposeA ? 1 : 0], b.shape[transposeB ? 0 : 1]];
  const inner = a.shape[transposeA ? 0 : 1];
  if (sizeOf(shape) === 0 || inner === 0) return a.graph.uniform(0, shape, a.dtype);
  const operands = bias ? [a, b, bias] : [a, b];
  return operation(
    "Gemm",
    operands,
    { dtype: a.dtype, shape },
    { transA: transposeA ? 1 : 0, transB: transposeB ? 1 : 0 },
  );
}

/** Product of two stacks of matrices, `[..., rows, columns]`, whose leading axes broadcast. */
export function batchedProduct(a: Value, b: Value, options: ProductOptions = {}): Value {
  const { transposeA = false, transposeB = false } = options;
  const rows = a.shape.at(transposeA ? -1 : -2)!;
  const inner = a.shape.at(transposeA ? -2 : -1)!;
  const columns = b.shape.at(transposeB ? -2 : -1)!;
  const batch = broadcastShape(a.shape.slice(0, -2), b.shape.slice(0, -2));
  const shape = [...batch, rows, columns];
  if (sizeOf(shape) === 0 || inner === 0) return a.graph.uniform(0, shape, a.dtype);
  if (sizeOf(batch) === 1 || (sizeOf(b.shape.slice(0, -2)) === 1 && !transposeA)) {
    const left = reshape(a, [sizeOf(a.shape.slice(0, -2)) * a.shape.at(-2)!, a.shape.at(-1)!]);
    return reshape(gemm(left, reshape(b, b.shape.slice(-2)), options), shape);
  }
  const x = transposeA ? swapped(a) : a;
  const y = transposeB ? swapped(b) : b;
  return operation("MatMul", [x, y], { dtype: a.dtype, shape });
}

function swapped(x: Value): Value {
  const axes = x.shape.map((_, axis) => axis);
  return transpose(x, [...axes.slice(0, -2), axes.at(-1)!, axes.at(-2)!]);
}
