import { reshape } from "./shapes.js";
import { multiply } from "./elementwise.js";
import { operation, producer, sizeOf, type Value } from "./graph.js";

export type Reduction = "ReduceSum" | "ReduceMean" | "ReduceMax" | "ReduceMin" | "ReduceProd";

export function reducedShape(shape: readonly number[], axes: readonly number[], keep: boolean): number[] {
  if (keep) return shape.map((length, axis) => (axes.includes(axis) ? 1 : length));
  return shape.filter((_, axis) => !axes.includes(axis));
}

/** Reduces along the axes, which must be non-negative. */
export function reduce(reduction: Reduction, x: Value, axes: readonly number[], keep = false): Value {
  const shape = reducedShape(x.shape, axes, keep);
  const long = axes.filter((axis) => x.shape[axis] !== 1);
  if (long.length === 0) return reshape(x, shape);
  const uniform = ofUniform(reduction, x, axes, shape);
  if (uniform) return uniform;
  const spread = ofBroadcast(reduction, x, axes, shape);
  if (spread) return spread;
  const full = reducedShape(x.shape, long, true);
  const operands = [x, x.graph.int64(long)];
  return reshape(operation(reduction, operands, { dtype: x.dtype, shape: full }, { keepdims: 1 }), shape);
}

/** The index (int64) of the first maximum or minimum along an axis. */
export function arg(which: "ArgMax" | "ArgMin", x: Value, axis: number, keep = false): Value {
  const shape = reducedShape(x.shape, [axis], keep);
  return operation(which, [x], { dtype: "int64", shape }, { axis, keepdims: keep ? 1 : 0 });
}

function ofUniform(
  reduction: Reduction,
  x: Value,
  axes: readonly number[],
  shape: number[],
): Value | undefined {
  if (x.source.kind !== "uniform") return undefined;
  const { value } = x.source;
  const count = sizeOf(axes.map((axis) => x.shape[axis]));
  if (reduction === "ReduceSum") return x.graph.uniform(value * count, shape, x.dtype);
  if (reduction === "ReduceProd") return x.graph.uniform(value ** count, shape, x.dtype);
  return count > 0 ? x.graph.uniform(value, shape, x.dtype) : undefined;
}

/** Turns a sum over broadcast axes into a product. */
function ofBroadcast(
  reduction: Reduction,
  x: Value,
  axes: readonly number[],
  shape: number[],
): Value | undefined {
  const inner = producer(x, "Expand")?.inputs[0];
  if (!inner || (reduction !== "ReduceSum" && reduction !== "ReduceMean")) return undefined;
  const missing = x.shape.slice(inner.shape.length).map(() => 1);
  const aligned = reshape(inner, [...missing, ...inner.shape]);
  if (!axes.every((axis) => aligned.shape[axis] === 1)) return undefined;
  if (!x.shape.every((length, axis) => axes.includes(axis) || aligned.shape[axis] === length))
    return undefined;
  const count = sizeOf(axes.map((axis) => x.shape[axis]));
  return reshape(reduction === "ReduceSum" ? multiply(aligned, count) : aligned, shape);
}
