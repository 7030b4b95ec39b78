import * as tf from "@tensorflow/tfjs-core";
import { constant, reshape } from "../ir/shapes.js";
import * as ir from "../ir/elementwise.js";
import { sizeOf, type Value } from "../ir/graph.js";
import { arg, reduce } from "../ir/reduce.js";
import { lowering, type Lowerings } from "./lowering.js";
import {
  addOntoChosen,
  columns,
  coveredPixels,
  spreadBack,
  tapCount,
  windowCount,
  type Windows,
  windows2D,
  windows3D,
} from "./windows.js";

interface Pool<Size> {
  readonly filterSize: Size | number;
  readonly strides: Size | number;
  readonly pad: "valid" | "same" | number | tf.backend_util.ExplicitPadding;
  readonly dimRoundingMode?: "floor" | "round" | "ceil";
}

type Pool2D = Pool<[number, number]>;
type Pool3D = Pool<[number, number, number]>;

/** Padding value where a maximum is taken. */
export const lowest = -3.4028234663852886e38;

function pooled2D(shape: readonly number[], pool: Pool2D): Windows {
  const info = tf.backend_util.computePool2DInfo(
    shape as [number, number, number, number],
    pool.filterSize,
    pool.strides,
    1,
    pool.pad,
    pool.dimRoundingMode,
  );
  return windows2D(info);
}

function pooled3D(shape: readonly number[], pool: Pool3D): Windows {
  const info = tf.backend_util.computePool3DInfo(
    shape as [number, number, number, number, number],
    pool.filterSize,
    pool.strides,
    1,
    pool.pad as "valid" | "same" | number,
    pool.dimRoundingMode,
  );
  return windows3D(info);
}

function pooledShape(x: Value, windows: Windows): number[] {
  return [windows.batch, ...windows.outSize, x.shape.at(-1)!];
}

function maxPool(x: Value, windows: Windows): Value {
  const taps = columns(x, windows, x.dtype === "float32" ? lowest : -(2 ** 31));
  return reshape(reduce("ReduceMax", taps, [1]), pooledShape(x, windows));
}

/** Whether each tap is the first maximum of its window, for `[windows, taps, channels]`. */
export function isFirstGreatest(taps: Value): Value {
  const order = Array.from({ length: taps.shape[1] }, (_, i) => i);
  if (taps.graph.target.provider !== "webgpu") {
    return ir.equal(
      arg("ArgMax", taps, 1, true),
      constant(taps, BigInt64Array.from(order, BigInt), [order.length, 1]),
    );
  }
  // ArgMax returns 64-bit positions, which WebGPU's operators do not support.
  const positions = constant(taps, Float32Array.from(order), [order.length, 1]);
  const greatest = ir.equal(taps, reduce("ReduceMax", taps, [1], true));
  return ir.equal(positions, reduce("ReduceMin", ir.where(greatest, positions, order.length), [1], true));
}

/** The gradient goes to the first maximum of each window, as in tfjs. */
function maxPoolGradient(dy: Value, x: Value, windows: Windows): Value {
  const channels = x.shape.at(-1)!;
  const taps = columns(x, windows, lowest);
  if (dy.graph.target.provider === "cpu" && sizeOf(x.shape) > 0) {
    const chosen = arg("ArgMax", taps, 1);
    return addOntoChosen(reshape(dy, [windowCount(windows), channels]), chosen, windows);
  }
  const wins = isFirstGreatest(taps);
  const rows = reshape(dy, [windowCount(windows), 1, channels]);
  return spreadBack(ir.where(wins, rows, 0), windows);
}

/** The mean over the pixels inside the image. */
function averagePool(x: Value, windows: Windows): Value {
  const sums = reshape(reduce("ReduceSum", columns(x, windows), [1]), pooledShape(x, windows));
  const share = coveredPixels(windows).map((count) => 1 / count);
  return ir.multiply(sums, constant(x, share, [...windows.outSize, 1]));
}

/** tfjs divides the gradient by the size of the full window, even at the edges. */
function averagePoolGradient(dy: Value, windows: Windows): Value {
  const taps = tapCount(windows);
  const channels = dy.shape.at(-1)!;
  const rows = ir.multiply(reshape(dy, [windowCount(windows), 1, channels]), 1 / taps);
  return spreadBack(ir.broadcastOf(rows, dy.graph.uniform(0, [taps, 1])), windows);
}

/** Kernels for pooling and its gradients. */
export const poolingLowerings: Lowerings = {
  AvgPool: lowering<Pool2D>(({ x }, pool) => averagePool(x, pooled2D(x.shape, pool))),
  AvgPool3D: lowering<Pool3D>(({ x }, pool) => averagePool(x, pooled3D(x.shape, pool))),
  AvgPoolGrad: lowering<Pool2D>(({ dy, input }, pool) =>
    averagePoolGradient(dy, pooled2D(input.shape, pool)),
  ),
  AvgPool3DGrad: lowering<Pool3D>(({ dy, input }, pool) =>
    averagePoolGradient(dy, pooled3D(input.shape, pool)),
  ),
  MaxPool: lowering<Pool2D>(({ x }, pool) => maxPool(x, pooled2D(x.shape, pool))),
  MaxPool3D: lowering<Pool3D>(({ x }, pool) => maxPool(x, pooled3D(x.shape, pool))),
  MaxPoolGrad: lowering<Pool2D>(({ dy, input }, pool) =>
    maxPoolGradient(dy, input, pooled2D(input.shape, pool)),
  ),
  MaxPool3DGrad: lowering<Pool3D>(({ dy, input }, pool) =>
    maxPoolGradient(dy, input, pooled3D(input.shape, pool)),
  ),
};
