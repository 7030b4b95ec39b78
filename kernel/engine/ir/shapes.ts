import { operation, producer, sameShape, sizeOf, type TypedArray, type Value } from "./graph.js";

export function reshape(x: Value, shape: readonly number[]): Value {
  if (sameShape(x.shape, shape)) return x;
  if (x.source.kind === "uniform") return x.graph.uniform(x.source.value, shape, x.dtype);
  if (x.source.kind === "data") return x.graph.constant(x.source.data, shape, x.dtype);
  const before = producer(x, "Reshape");
  if (before) return reshape(before.inputs[0]!, shape);
  return operation("Reshape", [x, x.graph.int64(shape)], { dtype: x.dtype, shape }, { allowzero: 1 });
}

/** Permutes axes: axis `i` of the result is axis `permutation[i]` of `x`. */
export function transpose(x: Value, permutation: readonly number[]): Value {
  const shape = permutation.map((axis) => x.shape[axis]);
  if (x.source.kind === "uniform") return x.graph.uniform(x.source.value, shape, x.dtype);
  const moved = permutation.filter((axis) => x.shape[axis] !== 1);
  if (moved.every((axis, i) => i === 0 || moved[i - 1] < axis)) return reshape(x, shape);
  const before = producer(x, "Transpose");
  if (before) {
    const inner = before.attributes.perm as readonly number[];
    return transpose(
      before.inputs[0]!,
      permutation.map((axis) => inner[axis]),
    );
  }
  return operation("Transpose", [x], { dtype: x.dtype, shape }, { perm: [...permutation] });
}

export function broadcastTo(x: Value, shape: readonly number[]): Value {
  if (sameShape(x.shape, shape)) return x;
  if (x.source.kind === "uniform") return x.graph.uniform(x.source.value, shape, x.dtype);
  if (sizeOf(x.shape) === sizeOf(shape)) return reshape(x, shape);
  const inner = producer(x, "Expand")?.inputs[0] ?? x;
  return operation("Expand", [inner, x.graph.int64(shape)], { dtype: x.dtype, shape });
}

/** Elements `begin` (inclusive) to `end` (exclusive) in steps of `step` along each of `axes`. */
export function slice(
  x: Value,
  begin: readonly number[],
  end: readonly number[],
  axes: readonly number[] = begin.map((_, axis) => axis),
  step: readonly number[] = begin.map(() => 1),
): Value {
  const shape = [...x.shape];
  axes.forEach((axis, i) => {
    shape[axis] = Math.max(0, Math.ceil((end[i] - begin[i]) / step[i]));
  });
  if (x.source.kind === "uniform") return x.graph.uniform(x.source.value, shape, x.dtype);
  const kept = axes.map((_, i) => i).filter((i) => shape[axes[i]] !== x.shape[axes[i]] || step[i] < 0);
  if (kept.length === 0) return x;
  const operands = [begin, end, axes, step].map((list) => x.graph.int64(kept.map((i) => list[i])));
  return operation("Slice", [x, ...operands], { dtype: x.dtype, shape });
}

/** Reverses the order of elements along the axes. */
export function reverse(x: Value, axes: readonly number[]): Value {
  if (x.source.kind === "uniform" || axes.length === 0 || sizeOf(x.shape) === 0) return x;
  const operands = [
    axes.map((axis) => x.shape[axis] - 1),
    axes.map(() => -(2 ** 31)),
    axes,
    axes.map(() => -1),
  ].map((list) => x.graph.int64(list));
  return operation("Slice", [x, ...operands], { dtype: x.dtype, shape: x.shape });
}

export function concat(values: readonly Value[], axis: number): Value {
  const parts = values.filter((value) => value.shape[axis] > 0);
  if (parts.length <= 1) return parts[0] ?? values[0];
  const shape = [...parts[0].shape];
  shape[axis] = parts.reduce((sum, part) => sum + part.shape[axis], 0);
  return operation("Concat", parts, { dtype: parts[0].dtype, shape }, { axis });
}

/** Pads with a value: `[before, after]` for each axis. */
export function pad(x: Value, widths: readonly (readonly [number, number])[], value = 0): Value {
  if (widths.every(([before, after]) => before === 0 && after === 0)) return x;
  const shape = x.shape.map((length, axis) => length + widths[axis][0] + widths[axis][1]);
  if (sizeOf(x.shape) === 0) return x.graph.uniform(value, shape, x.dtype);
  if (x.source.kind === "uniform" && x.source.value === value) return x.graph.uniform(value, shape, x.dtype);
  const amounts = [...widths.map(([before]) => before), ...widths.map(([, after]) => after)];
  const fill = x.graph.uniform(value, [], x.dtype);
  return operation("Pad", [x, x.graph.int64(amounts), fill], { dtype: x.dtype, shape });
}

/** Selects rows of `x` along an axis by an int32 or int64 tensor of in-range indices. */
export function gather(x: Value, indices: Value, axis = 0): Value {
  const shape = [...x.shape.slice(0, axis), ...indices.shape, ...x.shape.slice(axis + 1)];
  if (x.source.kind === "uniform") return x.graph.uniform(x.source.value, shape, x.dtype);
  return operation("Gather", [x, indices], { dtype: x.dtype, shape }, { axis });
}

export function constant(beside: Value, data: TypedArray, shape: readonly number[] = [data.length]): Value {
  const dtype =
    data instanceof Int32Array
      ? "int32"
      : data instanceof Float32Array
        ? "float32"
        : data instanceof BigInt64Array
          ? "int64"
          : "uint8";
  return beside.graph.constant(data, shape, dtype);
}
