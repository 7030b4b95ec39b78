import * as tf from "@tensorflow/tfjs-core";
import { reshape, transpose } from "../ir/shapes.js";
import * as ir from "../ir/elementwise.js";
import { operation, type Value } from "../ir/graph.js";
import { gemm } from "../ir/matmul.js";
import { reduce } from "../ir/reduce.js";
import { activated, type FusedAttributes } from "./activation.js";
import { convolvedInBlocks } from "./blockedConvolution.js";
import { lowering, type Lowerings } from "./lowering.js";
import {
  columns,
  isTrivial,
  reversedWindows,
  spreadBack,
  tapCount,
  windowCount,
  type Windows,
  windows2D,
  windows3D,
} from "./windows.js";

interface Geometry2D {
  readonly strides: [number, number] | number;
  readonly pad: "valid" | "same" | number | tf.backend_util.ExplicitPadding;
  readonly dataFormat?: "NHWC" | "NCHW";
  readonly dilations?: [number, number] | number;
  readonly dimRoundingMode?: "floor" | "round" | "ceil";
}

/** An ordinary (not depthwise) convolution: every output channel sees every input channel. */
interface Convolution {
  readonly windows: Windows;
  readonly outShape: readonly number[];
}

const channelsLast = [0, 2, 3, 1];
const channelsFirst = [0, 3, 1, 2];

function toLast(x: Value, format: string | undefined): Value {
  return format === "NCHW" ? transpose(x, channelsLast) : x;
}

function fromLast(x: Value, format: string | undefined): Value {
  return format === "NCHW" ? transpose(x, channelsFirst) : x;
}

function shapeToLast(shape: readonly number[], format: string | undefined): number[] {
  return format === "NCHW" ? channelsLast.map((axis) => shape[axis]) : [...shape];
}

/** The windows of a 2-D convolution over `[batch, height, width, channels]`. */
export function convolution2D(
  inShape: readonly number[],
  filterShape: readonly number[],
  geometry: Geometry2D,
  depthwise = false,
): Convolution {
  const info = tf.backend_util.computeConv2DInfo(
    inShape as [number, number, number, number],
    filterShape as [number, number, number, number],
    geometry.strides,
    geometry.dilations ?? 1,
    geometry.pad,
    geometry.dimRoundingMode,
    depthwise,
  );
  return {
    windows: windows2D(info),
    outShape: [info.batchSize, info.outHeight, info.outWidth, info.outChannels],
  };
}

interface Geometry3D {
  readonly strides: [number, number, number] | number;
  readonly pad: "valid" | "same";
}

function convolution3D(
  inShape: readonly number[],
  filterShape: readonly number[],
  geometry: Geometry3D,
): Convolution {
  const info = tf.backend_util.computeConv3DInfo(
    inShape as [number, number, number, number, number],
    filterShape as [number, number, number, number, number],
    geometry.strides,
    1,
    geometry.pad,
  );
  return {
    windows: windows3D(info),
    outShape: [info.batchSize, info.outDepth, info.outHeight, info.outWidth, info.outChannels],
  };
}

function matrixOfColumns(x: Value, windows: Windows, again = false): Value {
  return reshape(columns(x, windows, 0, again), [windowCount(windows), tapCount(windows) * x.shape.at(-1)!]);
}

function convolve(x: Value, filter: Value, { windows, outShape }: Convolution): Value {
  const [inChannels, outChannels] = filter.shape.slice(-2);
  const perTap = reshape(filter, [tapCount(windows), inChannels, outChannels]);
  const inBlocks = convolvedInBlocks(x, perTap, windows);
  if (inBlocks) return inBlocks;
  const weights = reshape(filter, [tapCount(windows) * inChannels, outChannels]);
  return reshape(gemm(matrixOfColumns(x, windows), weights), outShape);
}

function filterGradient(
  x: Value,
  dy: Value,
  { windows, outShape }: Convolution,
  filterShape: readonly number[],
): Value {
  const rows = reshape(dy, [windowCount(windows), outShape.at(-1)!]);
  // Columns take nine times the memory of their image; kept for the gradient, they would dominate a step's memory.
  const again = x.graph.target.provider === "cpu";
  return reshape(gemm(matrixOfColumns(x, windows, again), rows, { transposeA: true }), filterShape);
}

/**
 * The gradient of the input. With stride 1 it is a convolution of `dy` with the taps reversed. With other strides, or
 * if flipping the filter costs more than summing the taps, each tap's gradient is added to its pixel.
 */
function inputGradient(
  dy: Value,
  filter: Value,
  { windows }: Convolution,
  inShape: readonly number[],
): Value {
  const [inChannels, outChannels] = filter.shape.slice(-2);
  const taps = tapCount(windows);
  const strideOne = windows.stride.every((stride) => stride === 1);
  if (strideOne && !isTrivial(windows) && windowCount(windows) * 2 > outChannels) {
    const turned = transpose(reshape(filter, [taps, inChannels, outChannels]), [0, 2, 1]);
    const reversed = reversedWindows(windows);
    const inBlocks = convolvedInBlocks(dy, turned, reversed);
    if (inBlocks) return inBlocks;
    const matrix = reshape(turned, [taps * outChannels, inChannels]);
    return reshape(gemm(matrixOfColumns(dy, reversed), matrix), inShape);
  }
  const rows = reshape(dy, [windowCount(windows), outChannels]);
  const weights = reshape(filter, [taps * inChannels, outChannels]);
  const perTap = gemm(rows, weights, { transposeB: true });
  return reshape(spreadBack(reshape(perTap, [windowCount(windows), taps, inChannels]), windows), inShape);
}

/** Depthwise convolution as ONNX's Conv with one group per channel, on `[batch, channels, height, width]`. */
function depthwise(x: Value, filter: Value, { windows, outShape }: Convolution): Value {
  const { batch, inSize, outSize, kernel, stride, dilation, padBefore } = windows;
  const [channels, multiplier] = filter.shape.slice(-2);
  const padAfter = kernel.map((taps, axis) => {
    const reach = (outSize[axis] - 1) * stride[axis] + (taps - 1) * dilation[axis] + 1;
    return Math.max(0, reach - inSize[axis] - padBefore[axis]);
  });
  const weights = reshape(transpose(filter, [2, 3, 0, 1]), [channels * multiplier, 1, ...kernel]);
  const result = operation(
    "Conv",
    [transpose(x, channelsFirst), weights],
    { dtype: x.dtype, shape: [batch, channels * multiplier, ...outSize] },
    {
      group: channels,
      kernel_shape: kernel,
      strides: stride,
      dilations: dilation,
      pads: [...padBefore, ...padAfter],
    },
  );
  return reshape(transpose(result, channelsLast), outShape);
}

function depthwiseInputGradient(dy: Value, filter: Value, { windows }: Convolution): Value {
  const [channels, multiplier] = filter.shape.slice(-2);
  const rows = reshape(dy, [windowCount(windows), 1, channels, multiplier]);
  const weights = reshape(filter, [tapCount(windows), channels, multiplier]);
  return spreadBack(reduce("ReduceSum", ir.multiply(rows, weights), [3]), windows);
}

function depthwiseFilterGradient(
  x: Value,
  dy: Value,
  { windows }: Convolution,
  filterShape: readonly number[],
): Value {
  const [channels, multiplier] = filterShape.slice(-2);
  const taps = reshape(columns(x, windows), [windowCount(windows), tapCount(windows), channels, 1]);
  const rows = reshape(dy, [windowCount(windows), 1, channels, multiplier]);
  return reshape(reduce("ReduceSum", ir.multiply(taps, rows), [0]), filterShape);
}

/** Kernels for convolutions and their gradients. */
export const convolutionLowerings: Lowerings = {
  Conv2D: lowering<Geometry2D>(({ x, filter }, a) => {
    const input = toLast(x, a.dataFormat);
    return fromLast(convolve(input, filter, convolution2D(input.shape, filter.shape, a)), a.dataFormat);
  }),
  Conv2DBackpropFilter: lowering<Geometry2D & { filterShape: number[] }>(({ x, dy }, a) => {
    const input = toLast(x, a.dataFormat);
    const convolution = convolution2D(input.shape, a.filterShape, a);
    return filterGradient(input, toLast(dy, a.dataFormat), convolution, a.filterShape);
  }),
  Conv2DBackpropInput: lowering<Geometry2D & { inputShape: number[] }>(({ dy, filter }, a) => {
    const shape = shapeToLast(a.inputShape, a.dataFormat);
    const convolution = convolution2D(shape, filter.shape, a);
    return fromLast(inputGradient(toLast(dy, a.dataFormat), filter, convolution, shape), a.dataFormat);
  }),
  Conv3D: lowering<Geometry3D>(({ x, filter }, a) =>
    convolve(x, filter, convolution3D(x.shape, filter.shape, a)),
  ),
  Conv3DBackpropFilterV2: lowering<Geometry3D & { filterShape: number[] }>(({ x, dy }, a) =>
    filterGradient(x, dy, convolution3D(x.shape, a.filterShape, a), a.filterShape),
  ),
  Conv3DBackpropInputV2: lowering<Geometry3D & { inputShape: number[] }>(({ dy, filter }, a) =>
    inputGradient(dy, filter, convolution3D(a.inputShape, filter.shape, a), a.inputShape),
  ),
  DepthwiseConv2dNative: lowering<Geometry2D>(({ x, filter }, a) =>
    depthwise(x, filter, convolution2D(x.shape, filter.shape, a, true)),
  ),
  DepthwiseConv2dNativeBackpropFilter: lowering<Geometry2D & { filterShape: number[] }>(({ x, dy }, a) =>
    depthwiseFilterGradient(x, dy, convolution2D(x.shape, a.filterShape, a, true), a.filterShape),
  ),
  DepthwiseConv2dNativeBackpropInput: lowering<Geometry2D & { inputShape: number[] }>(({ dy, filter }, a) =>
    depthwiseInputGradient(dy, filter, convolution2D(a.inputShape, filter.shape, a, true)),
  ),
  FusedConv2D: lowering<Geometry2D & FusedAttributes>((inputs, a) => {
    const x = toLast(inputs.x, a.dataFormat);
    const result = convolve(x, inputs.filter, convolution2D(x.shape, inputs.filter.shape, a));
    return fromLast(activated(result, inputs, a), a.dataFormat);
  }),
  FusedDepthwiseConv2D: lowering<Geometry2D & FusedAttributes>((inputs, a) => {
    const { x, filter } = inputs;
    return activated(depthwise(x, filter, convolution2D(x.shape, filter.shape, a, true)), inputs, a);
  }),
};
