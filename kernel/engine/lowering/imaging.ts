import * as tf from "@tensorflow/tfjs-core";
import { constant, reshape, reverse } from "../ir/shapes.js";
import * as ir from "../ir/elementwise.js";
import { operation, type Value } from "../ir/graph.js";
import { batchedProduct } from "../ir/matmul.js";
import { reduce } from "../ir/reduce.js";
import { lowering, type Lowerings } from "./lowering.js";
import { isFirstGreatest, lowest } from "./pooling.js";
import { columns, spreadBack, tapCount, windowCount, type Windows, windows2D } from "./windows.js";

interface ResizeAttributes {
  readonly alignCorners: boolean;
  readonly halfPixelCenters?: boolean;
  readonly size?: [number, number];
}

type Weights = (at: number, length: number, a: ResizeAttributes) => readonly (readonly [number, number])[];

/** The two pixels around a position, with their weights. */
const bilinear: Weights = (at, length) => {
  const low = Math.max(0, Math.floor(at));
  const high = Math.min(length - 1, Math.ceil(at));
  return [
    [low, 1 - (at - low)],
    [high, at - low],
  ];
};

const nearest: Weights = (at, length, { alignCorners, halfPixelCenters }) => {
  const pixel = Math.min(
    length - 1,
    alignCorners ? Math.round(at) : Math.floor(halfPixelCenters ? at + 0.5 : at),
  );
  return [[Math.max(0, pixel), 1]];
};

/** The matrix `[new, old]` that resizes one axis. */
function resizing(length: number, next: number, a: ResizeAttributes, weights: Weights): Float32Array {
  const shrink = a.alignCorners && next > 1 ? 1 : 0;
  const ratio = (length - shrink) / (next - shrink);
  const matrix = new Float32Array(next * length);
  for (let i = 0; i < next; i++) {
    const at = a.halfPixelCenters ? ratio * (i + 0.5) - 0.5 : ratio * i;
    for (const [pixel, weight] of weights(at, length, a)) matrix[i * length + pixel] += weight;
  }
  return matrix;
}

/** Resizes `[batch, height, width, channels]` with one matrix per spatial axis. */
function resize(images: Value, a: ResizeAttributes, weights: Weights): Value {
  const [batch, height, width, channels] = images.shape;
  const [newHeight, newWidth] = a.size!;
  const vertical = constant(images, resizing(height, newHeight, a, weights), [newHeight, height]);
  const horizontal = constant(images, resizing(width, newWidth, a, weights), [newWidth, width]);
  const tall = batchedProduct(vertical, reshape(images, [batch, height, width * channels]));
  const rows = reshape(tall, [batch * newHeight, width, channels]);
  return reshape(batchedProduct(horizontal, rows), [batch, newHeight, newWidth, channels]);
}

/** Resizes with the transposed matrices; like tfjs, it ignores half-pixel centres. */
function resizeGradient(dy: Value, images: Value, a: ResizeAttributes, weights: Weights): Value {
  const [batch, height, width, channels] = images.shape;
  const [newHeight, newWidth] = dy.shape.slice(1);
  const plain = { alignCorners: a.alignCorners };
  const vertical = constant(dy, transposed(resizing(height, newHeight, plain, weights), height), [
    height,
    newHeight,
  ]);
  const horizontal = constant(dy, transposed(resizing(width, newWidth, plain, weights), width), [
    width,
    newWidth,
  ]);
  const tall = batchedProduct(vertical, reshape(dy, [batch, newHeight, newWidth * channels]));
  const rows = reshape(tall, [batch * height, newWidth, channels]);
  return reshape(batchedProduct(horizontal, rows), images.shape);
}

function transposed(matrix: Float32Array, columnCount: number): Float32Array {
  const rowCount = matrix.length / columnCount;
  return matrix.map((_, i) => matrix[(i % rowCount) * columnCount + Math.floor(i / rowCount)]);
}

interface DilationAttributes {
  readonly strides: [number, number] | number;
  readonly pad: "valid" | "same" | number;
  readonly dilations: [number, number] | number;
}

function dilationWindows(x: Value, filter: Value, a: DilationAttributes): Windows {
  const info = tf.backend_util.computeDilation2DInfo(
    x.shape as [number, number, number, number],
    filter.shape as [number, number, number],
    a.strides,
    a.pad,
    "NHWC",
    a.dilations,
  );
  return windows2D(info);
}

/** Each tap plus the filter's weight, `[windows, taps, channels]`. */
function raised(x: Value, filter: Value, windows: Windows): Value {
  return ir.add(columns(x, windows, lowest), reshape(filter, [tapCount(windows), x.shape.at(-1)!]));
}

function dilate(x: Value, filter: Value, windows: Windows): Value {
  const greatest = reduce("ReduceMax", raised(x, filter, windows), [1]);
  return reshape(greatest, [windows.batch, ...windows.outSize, x.shape.at(-1)!]);
}

/** The gradient at the largest tap of each window, zero elsewhere. */
function dilationGradient(x: Value, filter: Value, dy: Value, windows: Windows): Value {
  const rows = reshape(dy, [windowCount(windows), 1, x.shape.at(-1)!]);
  return ir.where(isFirstGreatest(raised(x, filter, windows)), rows, 0);
}

function batchNorm(x: Value, mean: Value, variance: Value, epsilon: number): Value {
  const deviation = ir.sqrt(ir.add(variance, epsilon));
  return ir.divide(ir.subtract(x, mean), deviation);
}

function diagonal(x: Value): Value {
  const size = x.shape.reduce((a, b) => a * b, 1);
  const identity = new Float32Array(size * size);
  for (let i = 0; i < size; i++) identity[i * (size + 1)] = 1;
  const here = ir.cast(constant(x, identity, [size, size]), "bool");
  const spread = ir.where(here, reshape(x, [size, 1]), x.graph.uniform(0, [], x.dtype));
  return reshape(spread, [...x.shape, ...x.shape]);
}

/** Kernels for images, normalisation and bitwise operations. */
export const imagingLowerings: Lowerings = {
  BitwiseAnd: lowering(({ a, b }) =>
    operation("BitwiseAnd", [a, b], { dtype: a.dtype, shape: ir.broadcastShape(a.shape, b.shape) }),
  ),
  Diag: lowering(({ x }) => diagonal(x)),
  Dilation2D: lowering<DilationAttributes>(({ x, filter }, a) =>
    dilate(x, filter, dilationWindows(x, filter, a)),
  ),
  Dilation2DBackpropFilter: lowering<DilationAttributes>(({ x, filter, dy }, a) => {
    const gradient = dilationGradient(x, filter, dy, dilationWindows(x, filter, a));
    return reshape(reduce("ReduceSum", gradient, [0]), filter.shape);
  }),
  Dilation2DBackpropInput: lowering<DilationAttributes>(({ x, filter, dy }, a) => {
    const windows = dilationWindows(x, filter, a);
    return spreadBack(dilationGradient(x, filter, dy, windows), windows);
  }),
  FlipLeftRight: lowering(({ image }) => reverse(image, [2])),
  FusedBatchNorm: lowering<{ varianceEpsilon: number }>((inputs, { varianceEpsilon }) => {
    const normal = batchNorm(inputs.x, inputs.mean, inputs.variance, varianceEpsilon);
    const scaled = inputs.scale ? ir.multiply(normal, inputs.scale) : normal;
    return inputs.offset ? ir.add(scaled, inputs.offset) : scaled;
  }),
  ResizeBilinear: lowering<ResizeAttributes>(({ images }, a) =>
    resize(ir.cast(images, "float32"), a, bilinear),
  ),
  ResizeBilinearGrad: lowering<ResizeAttributes>(({ images, dy }, a) =>
    resizeGradient(dy, images, a, bilinear),
  ),
  ResizeNearestNeighbor: lowering<ResizeAttributes>(({ images }, a) =>
    ir.cast(resize(ir.cast(images, "float32"), a, nearest), images.dtype),
  ),
  ResizeNearestNeighborGrad: lowering<ResizeAttributes>(({ images, dy }, a) =>
    resizeGradient(dy, images, a, nearest),
  ),
};
