import { concat, constant, gather, reshape, slice } from "../ir/shapes.js";
import * as ir from "../ir/elementwise.js";
import { operation, sizeOf, type Value } from "../ir/graph.js";
import { axesOf, lowering, type Lowerings } from "./lowering.js";

function gatherRows(x: Value, indices: Value, axis: number, batchDims: number): Value {
  const at = axesOf(axis, x.shape.length)[0];
  const chosen = ir.cast(indices, "int32");
  if (batchDims === 0) return gather(x, chosen, at);
  const batch = sizeOf(x.shape.slice(0, batchDims));
  const outer = x.shape.slice(batchDims, at);
  const rest = x.shape.slice(at + 1);
  const length = x.shape[at];
  const perBatch = reshape(chosen, [batch, 1, sizeOf(indices.shape) / Math.max(1, batch)]);
  const blocks = batch * sizeOf(outer);
  const start = Int32Array.from({ length: blocks }, (_, i) => i * length);
  const index = ir.add(perBatch, constant(x, start, [batch, sizeOf(outer), 1]));
  const rows = gather(reshape(x, [blocks * length, ...rest]), index);
  return reshape(rows, [
    ...x.shape.slice(0, batchDims),
    ...outer,
    ...indices.shape.slice(batchDims),
    ...rest,
  ]);
}

/** Row-major position of each index vector along the last axis, in a tensor of the given shape. */
function flatIndex(indices: Value, shape: readonly number[]): Value {
  const strides = Int32Array.from(shape, (_, axis) => sizeOf(shape.slice(axis + 1)));
  const weighted = ir.multiply(ir.cast(indices, "int32"), constant(indices, strides));
  return Array.from(shape, (_, axis) =>
    slice(weighted, [axis], [axis + 1], [indices.shape.length - 1]),
  ).reduce((a, b) => ir.add(a, b));
}

function gatherNd(params: Value, indices: Value): Value {
  const depth = indices.shape.at(-1)!;
  const lead = indices.shape.slice(0, -1);
  const rest = params.shape.slice(depth);
  const rows = reshape(params, [sizeOf(params.shape.slice(0, depth)), ...rest]);
  if (depth === 0) return ir.broadcastOf(params, params.graph.uniform(0, [...lead, ...rest], params.dtype));
  const flat = reshape(flatIndex(indices, params.shape.slice(0, depth)), lead);
  return gather(rows, flat);
}

/** Adds rows to rows of `base`, or overwrites them if `reduction` is "none"; out-of-range indices are ignored. */
function scatterRows(base: Value, index: Value, rows: Value, reduction: "add" | "none"): Value {
  const [count, ...rest] = base.shape;
  const outside = ir.or(ir.less(index, 0), ir.greaterOrEqual(index, count));
  const safe = ir.cast(ir.where(outside, count, index), "int64");
  const widened = concat([base, base.graph.uniform(0, [1, ...rest], base.dtype)], 0);
  const at = reshape(safe, [sizeOf(index.shape), 1]);
  const updates = reshape(rows, [sizeOf(index.shape), ...rest]);
  const operands = [widened, at, updates];
  const result = operation("ScatterND", operands, { dtype: base.dtype, shape: widened.shape }, { reduction });
  return slice(result, [0], [count], [0]);
}

function segmentSum(x: Value, segments: Value, count: number): Value {
  const rest = x.shape.slice(segments.shape.length);
  const base = x.graph.uniform(0, [count, ...rest], x.dtype);
  if (sizeOf(x.shape) === 0) return base;
  return scatterRows(base, ir.cast(segments, "int32"), x, "add");
}

function scatterNd(base: Value, indices: Value, updates: Value, reduction: "add" | "none"): Value {
  const depth = indices.shape.at(-1)!;
  const rest = base.shape.slice(depth);
  const rows = reshape(base, [sizeOf(base.shape.slice(0, depth)), ...rest]);
  const flat = flatIndex(indices, base.shape.slice(0, depth));
  const spread = ir.broadcastOf(
    updates,
    base.graph.uniform(0, [...indices.shape.slice(0, -1), ...rest], base.dtype),
  );
  return reshape(scatterRows(rows, reshape(flat, [sizeOf(flat.shape)]), spread, reduction), base.shape);
}

function topK(x: Value, k: number): Value[] {
  const shape = [...x.shape.slice(0, -1), k];
  const types = [
    { dtype: x.dtype, shape },
    { dtype: "int64" as const, shape },
  ];
  const [values, positions] = x.graph.add("TopK", [x, x.graph.int64([k])], types, {
    axis: x.shape.length - 1,
    sorted: 1,
  });
  return [values, ir.cast(positions, "int32")];
}

/** Kernels that read or write by index. */
export const indexingLowerings: Lowerings = {
  GatherNd: lowering(({ params, indices }) => gatherNd(params, indices)),
  GatherV2: lowering<{ axis: number; batchDims?: number }>(({ x, indices }, { axis, batchDims = 0 }) =>
    gatherRows(x, indices, axis, batchDims),
  ),
  ScatterNd: lowering<{ shape: number[] }>(({ indices, updates }, { shape }, graph) =>
    scatterNd(graph.uniform(0, shape, updates.dtype), indices, updates, "add"),
  ),
  TensorScatterUpdate: lowering(({ tensor, indices, updates }) =>
    scatterNd(tensor, indices, updates, "none"),
  ),
  TopK: lowering<{ k: number }>(({ x }, { k }) => topK(x, k)),
  UnsortedSegmentSum: lowering<{ numSegments: number }>(({ x, segmentIds }, { numSegments }) =>
    segmentSum(x, segmentIds, numSegments),
  ),
};
