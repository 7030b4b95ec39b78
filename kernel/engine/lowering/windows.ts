import type { backend_util } from "@tensorflow/tfjs-core";
import { concat, constant, gather, reshape, slice } from "../ir/shapes.js";
import { operation, sizeOf, type Value } from "../ir/graph.js";
import { reduce } from "../ir/reduce.js";

/**
 * How windows slide over the spatial axes of a channels-last tensor `[batch, ...spatial, channels]`.
 * All lists have one entry per spatial axis.
 */
export interface Windows {
  readonly batch: number;
  readonly inSize: readonly number[];
  readonly outSize: readonly number[];
  readonly kernel: readonly number[];
  readonly stride: readonly number[];
  readonly dilation: readonly number[];
  readonly padBefore: readonly number[];
  /** Whether the taps of each window are taken in reverse order. */
  readonly reversed?: boolean;
}

/** The windows that tfjs computes for 2-D convolution or pooling. */
export function windows2D(info: backend_util.Conv2DInfo): Windows {
  return {
    batch: info.batchSize,
    inSize: [info.inHeight, info.inWidth],
    outSize: [info.outHeight, info.outWidth],
    kernel: [info.filterHeight, info.filterWidth],
    stride: [info.strideHeight, info.strideWidth],
    dilation: [info.dilationHeight, info.dilationWidth],
    padBefore: [info.padInfo.top, info.padInfo.left],
  };
}

/** The windows that tfjs computes for 3-D convolution or pooling (volumes or clips). */
export function windows3D(info: backend_util.Conv3DInfo): Windows {
  return {
    batch: info.batchSize,
    inSize: [info.inDepth, info.inHeight, info.inWidth],
    outSize: [info.outDepth, info.outHeight, info.outWidth],
    kernel: [info.filterDepth, info.filterHeight, info.filterWidth],
    stride: [info.strideDepth, info.strideHeight, info.strideWidth],
    dilation: [info.dilationDepth, info.dilationHeight, info.dilationWidth],
    padBefore: [info.padInfo.front, info.padInfo.top, info.padInfo.left],
  };
}

export const windowCount = (windows: Windows) => windows.batch * sizeOf(windows.outSize);
export const tapCount = (windows: Windows) => sizeOf(windows.kernel);
const pixelCount = (windows: Windows) => windows.batch * sizeOf(windows.inSize);

/**
 * Lays out every window as a row of taps, `[windows, taps, channels]`; taps outside the tensor are `padding`.
 * @param again lays out the same windows a second time, so that the first rows need not stay in memory
 */
export function columns(x: Value, windows: Windows, padding = 0, again = false): Value {
  const channels = x.shape.at(-1)!;
  const rows = reshape(x, [pixelCount(windows), channels]);
  if (isTrivial(windows)) return reshape(rows, [windowCount(windows), 1, channels]);
  if (channels < fewChannels && windows.kernel.filter((taps) => taps > 1).length === 2)
    return columnsAxisByAxis(x, windows, padding);
  const taps = tapIndex(windows);
  const { outside } = taps;
  const index = again ? (taps.again ??= taps.index.slice()) : taps.index;
  const padded = outside ? concat([rows, x.graph.uniform(padding, [1, channels], x.dtype)], 0) : rows;
  return gather(padded, constant(x, index, [windowCount(windows), tapCount(windows)]));
}

/** With fewer channels than this, a tap is too short to be copied individually. */
const fewChannels = 8;

/** As `columns`, but lays out the last axis first, so that the next axis copies whole rows of taps. */
function columnsAxisByAxis(x: Value, windows: Windows, padding: number): Value {
  const last = windows.kernel.findLastIndex((taps) => taps > 1);
  const alone = <T>(values: readonly T[], others: T) =>
    values.map((value, axis) => (axis === last ? value : others));
  const except = <T>(values: readonly T[], own: T) =>
    values.map((value, axis) => (axis === last ? own : value));
  const between = windows.inSize.map((size, axis) => (axis === last ? windows.outSize[axis] : size));
  const along: Windows = {
    ...windows,
    outSize: between,
    kernel: alone(windows.kernel, 1),
    stride: alone(windows.stride, 1),
    padBefore: alone(windows.padBefore, 0),
  };
  const across: Windows = {
    ...windows,
    inSize: between,
    kernel: except(windows.kernel, 1),
    stride: except(windows.stride, 1),
    padBefore: except(windows.padBefore, 0),
  };
  const rowsOfTaps = columns(x, along, padding);
  const wide = [windows.batch, ...between, windows.kernel[last] * x.shape.at(-1)!];
  const taps = columns(reshape(rowsOfTaps, wide), across, padding);
  return reshape(taps, [windowCount(windows), tapCount(windows), x.shape.at(-1)!]);
}

/** The row of the pixel under the tap that each window chose, `[windows, channels]` int32; `chosen` is int64. */
export function chosenPixels(chosen: Value, windows: Windows): Value {
  const { index } = tapIndex(windows);
  const table = constant(chosen, index, [windowCount(windows), tapCount(windows)]);
  return operation("GatherElements", [table, chosen], { dtype: "int32", shape: chosen.shape }, { axis: 1 });
}

/** Adds `[windows, channels]` to the pixel each window chose; choices outside the tensor are dropped. */
export function addOntoChosen(values: Value, chosen: Value, windows: Windows): Value {
  const channels = values.shape.at(-1)!;
  const pixels = pixelCount(windows);
  const zeros = values.graph.uniform(0, [pixels + 1, channels], values.dtype);
  const sums = operation(
    "ScatterElements",
    [zeros, chosenPixels(chosen, windows), values],
    { dtype: values.dtype, shape: zeros.shape },
    { axis: 0, reduction: "add" },
  );
  return reshape(slice(sums, [0, 0], [pixels, channels]), [windows.batch, ...windows.inSize, channels]);
}

/** The adjoint of {@link columns}: adds every tap of `[windows, taps, channels]` to the pixel it came from. */
export function spreadBack(taps: Value, windows: Windows): Value {
  const channels = taps.shape.at(-1)!;
  const pixels = pixelCount(windows);
  const shape = [windows.batch, ...windows.inSize, channels];
  if (isTrivial(windows)) return reshape(taps, shape);
  const { index, depth, outside } = pixelIndex(windows);
  const rows = reshape(taps, [windowCount(windows) * tapCount(windows), channels]);
  const padded = outside ? concat([rows, taps.graph.uniform(0, [1, channels], taps.dtype)], 0) : rows;
  const contributions = gather(padded, constant(taps, index, [pixels, depth]));
  return reshape(reduce("ReduceSum", contributions, [1]), shape);
}

/** Windows that turn the output's gradient into the input's, for stride 1. */
export function reversedWindows(windows: Windows): Windows {
  return {
    ...windows,
    inSize: windows.outSize,
    outSize: windows.inSize,
    padBefore: windows.padBefore.map(
      (pad, axis) => (windows.kernel[axis] - 1) * windows.dilation[axis] - pad,
    ),
    reversed: true,
  };
}

/** How many pixels inside the tensor each window of one image covers. */
export function coveredPixels(windows: Windows): Float32Array {
  const one = { ...windows, batch: 1 };
  const { index } = tapIndex(one);
  const taps = tapCount(one);
  const outsideRow = pixelCount(one);
  return Float32Array.from({ length: windowCount(one) }, (_, window) => {
    let count = 0;
    for (let tap = 0; tap < taps; tap++) if (index[window * taps + tap] !== outsideRow) count++;
    return count;
  });
}

export function isTrivial(windows: Windows): boolean {
  const { kernel, stride, padBefore, inSize, outSize } = windows;
  return kernel.every(
    (k, axis) => k === 1 && stride[axis] === 1 && padBefore[axis] === 0 && inSize[axis] === outSize[axis],
  );
}

const remembered = new Map<string, TapIndex>();
const rememberedPixels = new Map<string, PixelIndex>();

interface TapIndex {
  readonly index: Int32Array;
  /** A copy of the same rows, so that equal gathers are not merged. */
  again?: Int32Array;
  readonly outside: boolean;
}

interface PixelIndex extends TapIndex {
  readonly depth: number;
}

/** For each window and tap, the row of its pixel, or one past the last row if the tap lies outside. */
function tapIndex(windows: Windows): TapIndex {
  return rememberedIn(remembered, windows, () => {
    const steps = tapsOfOneImage(windows);
    const pixels = sizeOf(windows.inSize);
    const index = new Int32Array(windows.batch * steps.length);
    const none = windows.batch * pixels;
    for (let image = 0; image < windows.batch; image++) {
      const base = image * steps.length;
      for (let i = 0; i < steps.length; i++)
        index[base + i] = steps[i] < 0 ? none : image * pixels + steps[i];
    }
    return { index, outside: steps.includes(-1) };
  });
}

/** The pixel of each tap of each window of one image, -1 outside. */
function tapsOfOneImage(windows: Windows): Int32Array {
  const { inSize, outSize, kernel, stride, dilation, padBefore, reversed } = windows;
  const taps = tapCount(windows);
  const count = sizeOf(outSize);
  const steps = new Int32Array(count * taps);
  for (let window = 0; window < count; window++) {
    for (let tap = 0; tap < taps; tap++) {
      let [restOfWindow, restOfTap, pixel, scale] = [window, reversed ? taps - 1 - tap : tap, 0, 1];
      for (let axis = inSize.length - 1; axis >= 0 && pixel >= 0; axis--) {
        const at =
          (restOfWindow % outSize[axis]) * stride[axis] +
          (restOfTap % kernel[axis]) * dilation[axis] -
          padBefore[axis];
        restOfWindow = Math.floor(restOfWindow / outSize[axis]);
        restOfTap = Math.floor(restOfTap / kernel[axis]);
        pixel = at < 0 || at >= inSize[axis] ? -1 : pixel + at * scale;
        scale *= inSize[axis];
      }
      steps[window * taps + tap] = pixel;
    }
  }
  return steps;
}

/** For each pixel, the rows of the taps that saw it, padded with one past the last row. */
function pixelIndex(windows: Windows): PixelIndex {
  return rememberedIn(rememberedPixels, windows, () => {
    const steps = tapsOfOneImage(windows);
    const pixels = sizeOf(windows.inSize);
    const seen = Array.from({ length: pixels }, () => [] as number[]);
    steps.forEach((pixel, row) => pixel >= 0 && seen[pixel].push(row));
    const depth = Math.max(1, ...new Set(seen.map((rows) => rows.length)));
    const none = windows.batch * steps.length;
    const index = new Int32Array(windows.batch * pixels * depth).fill(none);
    for (let image = 0; image < windows.batch; image++) {
      seen.forEach((rows, pixel) => {
        const base = (image * pixels + pixel) * depth;
        rows.forEach((row, i) => (index[base + i] = image * steps.length + row));
      });
    }
    return { index, depth, outside: seen.some((rows) => rows.length < depth) };
  });
}

function rememberedIn<T>(known: Map<string, T>, windows: Windows, make: () => T): T {
  const key = JSON.stringify(windows);
  const value = known.get(key) ?? make();
  known.delete(key);
  known.set(key, value);
  if (known.size > 64) known.delete(known.keys().next().value!);
  return value;
}
