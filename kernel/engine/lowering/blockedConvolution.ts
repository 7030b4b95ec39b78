import { blockedConvolution } from "../ir/blocked.js";
import { sizeOf, type Value } from "../ir/graph.js";
import { tapCount, type Windows } from "./windows.js";

/** The block of processors with AVX-512, the only one that was measured. */
const measuredBlock = 16;

/**
 * With fewer outputs than this in an image, columns and one matrix product are as fast or faster: 32 images, GFLOP/s on
 * two cores, 64 channels at 28x28 478 against 261, 128 at 14x14 468 against 345, 256 at 7x7 475 against 462, 512 at 4x4
 * 345 against 437.
 */
const fewestOutputs = 100;

/**
 * A convolution of `[batch, height, width, channels]` with `[taps, channels, out]` by ONNX Runtime's blocked kernels;
 * undefined where they are missing or slower than a matrix product.
 */
export function convolvedInBlocks(x: Value, filter: Value, windows: Windows): Value | undefined {
  const { channelBlock: block } = x.graph.target;
  if (block !== measuredBlock || x.dtype !== "float32" || !fits(windows)) return undefined;
  const [, channels, out] = filter.shape;
  const few = channels < block / 2;
  if (out % block !== 0 || (channels % block !== 0 && !few)) return undefined;
  return blockedConvolution(x, filter, { ...windows, block, padAfter: padAfter(windows) });
}

/** Two axes, several taps, each axis at least as long as the kernel, and padding that ONNX counts like tfjs. */
function fits(windows: Windows): boolean {
  const { batch, inSize, outSize, stride, padBefore } = windows;
  const after = padAfter(windows);
  return (
    inSize.length === 2 &&
    tapCount(windows) > 1 &&
    batch > 0 &&
    sizeOf(outSize) >= fewestOutputs &&
    inSize.every((size, axis) => {
      const room = size + padBefore[axis] + after[axis] - reach(windows, axis);
      return size >= reach(windows, axis) && Math.floor(room / stride[axis]) + 1 === outSize[axis];
    }) &&
    padBefore.every((pad, axis) => pad >= 0 && pad < reach(windows, axis))
  );
}

/** How many pixels a window spans along an axis. */
function reach({ kernel, dilation }: Windows, axis: number): number {
  return (kernel[axis] - 1) * dilation[axis] + 1;
}

function padAfter(windows: Windows): number[] {
  const { inSize, outSize, stride, padBefore } = windows;
  return outSize.map((size, axis) => {
    const end = (size - 1) * stride[axis] + reach(windows, axis);
    return Math.max(0, end - inSize[axis] - padBefore[axis]);
  });
}
