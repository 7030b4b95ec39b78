import * as tf from "@tensorflow/tfjs-core";
import * as arrange from "../ir/shapes.js";
import { cast, where, equal, greaterOrEqual } from "../ir/elementwise.js";
import { operation, sizeOf, type Graph, type TypedArray, type Value } from "../ir/graph.js";
import { axesOf, dataTypeOf, lowering, NotSupported, type Inputs, type Lowerings } from "./lowering.js";

function concat(inputs: Inputs, axis: number): Value {
  const values = Object.values(inputs);
  return arrange.concat(values, axesOf(axis, values[0].shape.length)[0]);
}

/** A shape with an extra axis of length one. */
function inserted(shape: readonly number[], at: number): number[] {
  return [...shape.slice(0, at), 1, ...shape.slice(at)];
}

function pack(inputs: Inputs, axis: number): Value {
  const values = Object.values(inputs);
  const at = axis < 0 ? axis + values[0].shape.length + 1 : axis;
  const shape = inserted(values[0].shape, at);
  return arrange.concat(
    values.map((value) => arrange.reshape(value, shape)),
    at,
  );
}

function unpack(value: Value, axis: number): Value[] {
  const at = axesOf(axis, value.shape.length)[0];
  const shape = value.shape.filter((_, i) => i !== at);
  return Array.from({ length: value.shape[at] }, (_, i) =>
    arrange.reshape(arrange.slice(value, [i], [i + 1], [at]), shape),
  );
}

/** WebGPU promises eight buffers to a kernel, of which one is read here. */
const mostParts = 7;

/** One operator where a device can write all parts at once, else a slice for each part. */
function split(x: Value, sizes: number | number[], axis: number): readonly Value[] {
  const at = axesOf(axis, x.shape.length)[0];
  const lengths = tf.backend_util.prepareSplitSize({ shape: x.shape } as tf.Tensor, sizes, at);
  const few = lengths.length > 1 && lengths.length <= mostParts && lengths.every((length) => length > 0);
  if (few && x.source.kind !== "uniform" && (x.dtype === "float32" || x.dtype === "int32")) {
    const parts = lengths.map((length) => ({
      dtype: x.dtype,
      shape: x.shape.map((size, i) => (i === at ? length : size)),
    }));
    return x.graph.add("Split", [x, x.graph.int64(lengths)], parts, { axis: at });
  }
  let begin = 0;
  return lengths.map((length) => arrange.slice(x, [begin], [(begin += length)], [at]));
}

function stridedSlice(x: Value, a: tf.StridedSliceAttrs): Value {
  const info = tf.slice_util.sliceInfo(
    [...x.shape],
    a.begin,
    a.end,
    a.strides,
    a.beginMask,
    a.endMask,
    a.ellipsisMask,
    a.newAxisMask,
    a.shrinkAxisMask,
  );
  if (sizeOf(info.finalShape) === 0) return x.graph.uniform(0, info.finalShape, x.dtype);
  if (info.isIdentity) return arrange.reshape(x, info.finalShape);
  const forward = info.strides.map((step) => Math.abs(step));
  const length = tf.slice_util.computeOutShape(info.begin, info.end, info.strides);
  const from = info.begin.map((first, i) =>
    info.strides[i] < 0 ? first + (length[i] - 1) * info.strides[i] : first,
  );
  const to = from.map((first, i) => first + (length[i] - 1) * forward[i] + 1);
  const axes = info.strides.map((_, i) => i);
  const part = arrange.slice(x, from, to, axes, forward);
  const backward = axes.filter((i) => info.strides[i] < 0);
  return arrange.reshape(arrange.reverse(part, backward), info.finalShape);
}

function mirrorPad(x: Value, widths: [number, number][], mode: string): Value {
  return widths.reduce((value, [before, after], axis) => {
    if (before === 0 && after === 0) return value;
    const length = x.shape[axis];
    const edge = mode === "reflect" ? 1 : 0;
    const left = Array.from({ length: before }, (_, i) => before - 1 - i + edge);
    const right = Array.from({ length: after }, (_, i) => length - 1 - edge - i);
    const middle = Array.from({ length }, (_, i) => i);
    return arrange.gather(value, arrange.constant(x, Int32Array.from([...left, ...middle, ...right])), axis);
  }, x);
}

function tile(x: Value, repetitions: number[]): Value {
  const shape = x.shape.map((length, axis) => length * repetitions[axis]);
  if (x.source.kind === "uniform") return x.graph.uniform(x.source.value, shape, x.dtype);
  const spread = x.shape.flatMap((length, axis) => [repetitions[axis], length]);
  const single = x.shape.flatMap((length) => [1, length]);
  return arrange.reshape(arrange.broadcastTo(arrange.reshape(x, single), spread), shape);
}

function oneHot(
  indices: Value,
  a: { depth: number; onValue: number; offValue: number; dtype?: string },
): Value {
  const classes = arrange.constant(
    indices,
    Int32Array.from({ length: a.depth }, (_, i) => i),
  );
  const match = equal(arrange.reshape(cast(indices, "int32"), [...indices.shape, 1]), classes);
  const chosen = where(match, indices.graph.uniform(a.onValue), indices.graph.uniform(a.offValue));
  return cast(chosen, dataTypeOf(a.dtype ?? "int32"));
}

function filled(graph: Graph, values: TypedArray, dtype: string): Value {
  return graph.constant(values, [values.length], dataTypeOf(dtype));
}

function sequence(start: number, stop: number, step: number, dtype: string): TypedArray {
  const length = Math.max(0, Math.ceil((stop - start) / step));
  const values = Array.from({ length }, (_, i) => start + i * step);
  return dtype === "int32" ? Int32Array.from(values) : Float32Array.from(values);
}

function spaceToBatch(x: Value, block: number[], paddings: number[][]): Value {
  const padded = arrange.pad(x, [[0, 0], ...(paddings as [number, number][]), ...restOf(x, block)]);
  const { shape } = padded;
  const inner = shape.slice(1 + block.length);
  const cut = block.flatMap((size, i) => [shape[1 + i] / size, size]);
  const blocks = block.map((_, i) => 2 + 2 * i);
  const cells = block.map((_, i) => 1 + 2 * i);
  const order = [...blocks, 0, ...cells, ...inner.map((_, i) => 1 + cut.length + i)];
  const moved = arrange.transpose(arrange.reshape(padded, [shape[0], ...cut, ...inner]), order);
  return arrange.reshape(moved, [
    shape[0] * sizeOf(block),
    ...block.map((size, i) => shape[1 + i] / size),
    ...inner,
  ]);
}

function restOf(x: Value, block: number[]): [number, number][] {
  return x.shape.slice(1 + block.length).map(() => [0, 0]);
}

function batchToSpace(x: Value, block: number[], crops: number[][]): Value {
  const batch = x.shape[0] / sizeOf(block);
  const inner = x.shape.slice(1 + block.length);
  const rank = block.length;
  const order = [
    rank,
    ...block.flatMap((_, i) => [rank + 1 + i, i]),
    ...inner.map((_, i) => 2 * rank + 1 + i),
  ];
  const moved = arrange.transpose(arrange.reshape(x, [...block, batch, ...x.shape.slice(1)]), order);
  const whole = arrange.reshape(moved, [batch, ...block.map((size, i) => x.shape[1 + i] * size), ...inner]);
  const begin = crops.map(([before]) => before);
  const end = crops.map(([, after], i) => whole.shape[1 + i] - after);
  const axes = crops.map((_, i) => 1 + i);
  return arrange.slice(whole, begin, end, axes);
}

function depthToSpace(x: Value, block: number, dataFormat: string): Value {
  if (dataFormat !== "NHWC") throw new NotSupported("depthToSpace needs the data format NHWC");
  const [n, h, w, c] = x.shape;
  const cells = arrange.reshape(x, [n, h, w, block, block, c / block ** 2]);
  const moved = arrange.transpose(cells, [0, 1, 3, 2, 4, 5]);
  return arrange.reshape(moved, [n, h * block, w * block, c / block ** 2]);
}

function triangle(x: Value, lower: Value, upper: Value): Value {
  const [rows, columns] = x.shape.slice(-2);
  const difference = Int32Array.from(
    { length: rows * columns },
    (_, i) => Math.floor(i / columns) - (i % columns),
  );
  const distance = arrange.constant(x, difference, [rows, columns]);
  const zero = x.graph.uniform(0, [], "int32");
  const belowOk = within(distance, cast(lower, "int32"), zero);
  const negative = operation("Neg", [distance], { dtype: "int32", shape: distance.shape });
  const aboveOk = within(negative, cast(upper, "int32"), zero);
  return where(aboveOk, where(belowOk, x, x.graph.uniform(0, [], x.dtype)), x.graph.uniform(0, [], x.dtype));
}

/** Whether a distance is at most the limit; a negative limit means no limit. */
function within(distance: Value, limit: Value, zero: Value): Value {
  const unlimited = operation("Less", [limit, zero], { dtype: "bool", shape: limit.shape });
  const inside = greaterOrEqual(limit, distance);
  return operation("Or", [inside, unlimited], { dtype: "bool", shape: inside.shape });
}

/** Kernels that move, repeat, slice or create elements. */
export const arrangingLowerings: Lowerings = {
  AddN: lowering((inputs) => Object.values(inputs).reduce((a, b) => operation("Add", [a, b], a))),
  BatchToSpaceND: lowering<{ blockShape: number[]; crops: number[][] }>(({ x }, a) =>
    batchToSpace(x, a.blockShape, a.crops),
  ),
  BroadcastTo: lowering<{ shape: number[] }>(({ x }, { shape }) => arrange.broadcastTo(x, shape)),
  Concat: lowering<{ axis: number }>((inputs, { axis }) => concat(inputs, axis)),
  DepthToSpace: lowering<{ blockSize: number; dataFormat: string }>(({ x }, a) =>
    depthToSpace(x, a.blockSize, a.dataFormat),
  ),
  ExpandDims: lowering<{ dim: number }>(({ input }, { dim }) =>
    arrange.reshape(input, inserted(input.shape, dim < 0 ? dim + input.shape.length + 1 : dim)),
  ),
  Fill: lowering<{ shape: number[]; value: number; dtype?: string }>((_, { shape, value, dtype }, graph) =>
    graph.uniform(value, shape, dataTypeOf(dtype ?? "float32")),
  ),
  LinSpace: lowering<{ start: number; stop: number; num: number }>((_, { start, stop, num }, graph) => {
    const step = num > 1 ? (stop - start) / (num - 1) : 0;
    return filled(
      graph,
      Float32Array.from({ length: num }, (_, i) => start + i * step),
      "float32",
    );
  }),
  MatrixBandPart: lowering(({ input, numLower, numUpper }) => triangle(input, numLower, numUpper)),
  MirrorPad: lowering<{ paddings: [number, number][]; mode: string }>(({ x }, { paddings, mode }) =>
    mirrorPad(x, paddings, mode),
  ),
  OneHot: lowering<{ depth: number; onValue: number; offValue: number; dtype?: string }>(({ indices }, a) =>
    oneHot(indices, a),
  ),
  Pack: lowering<{ axis: number }>((inputs, { axis }) => pack(inputs, axis)),
  PadV2: lowering<{ paddings: [number, number][]; constantValue: number }>(({ x }, a) =>
    arrange.pad(x, a.paddings, a.constantValue),
  ),
  Range: lowering<{ start: number; stop: number; step: number; dtype: string }>((_, a, graph) =>
    filled(graph, sequence(a.start, a.stop, a.step, a.dtype), a.dtype),
  ),
  Reshape: lowering<{ shape: number[] }>(({ x }, { shape }) =>
    arrange.reshape(x, tf.util.inferFromImplicitShape(shape, sizeOf(x.shape))),
  ),
  Reverse: lowering<{ dims: number | number[] }>(({ x }, { dims }) =>
    arrange.reverse(x, axesOf(dims, x.shape.length)),
  ),
  Slice: lowering<{ begin: number[]; size: number[] }>(({ x }, { begin, size }) => {
    const [from, lengths] = tf.slice_util.parseSliceParams({ shape: x.shape } as tf.Tensor, begin, size);
    return arrange.slice(
      x,
      from,
      from.map((first, axis) => first + lengths[axis]),
    );
  }),
  SpaceToBatchND: lowering<{ blockShape: number[]; paddings: number[][] }>(({ x }, a) =>
    spaceToBatch(x, a.blockShape, a.paddings),
  ),
  SplitV: lowering<{ numOrSizeSplits: number | number[]; axis: number }>(({ x }, { numOrSizeSplits, axis }) =>
    split(x, numOrSizeSplits, axis),
  ),
  StridedSlice: lowering<tf.StridedSliceAttrs>(({ x }, attributes) => stridedSlice(x, attributes)),
  Tile: lowering<{ reps: number[] }>(({ x }, { reps }) => tile(x, reps)),
  Transpose: lowering<{ perm: number[] }>(({ x }, { perm }) => arrange.transpose(x, perm)),
  Unpack: lowering<{ axis: number }>(({ value }, { axis }) => unpack(value, axis)),
};
