import { constant, gather, reshape, transpose } from "./shapes.js";
import { operation, sizeOf, type Value } from "./graph.js";

/**
 * ONNX Runtime's own operators on images whose channels lie in blocks: `[batch, blocks of channels, height, width,
 * channels of a block]`. ONNX Runtime writes them into graphs with constant weights; here the weights change from run to
 * run. To ONNX such an image has the shape `[batch, channels, height, width]`.
 */
export const blockedDomain = "com.microsoft.nchwc";

export interface BlockedConvolution {
  /** Channels of a block: a multiple of 4 that divides the output channels. */
  readonly block: number;
  readonly kernel: readonly number[];
  readonly stride: readonly number[];
  readonly dilation: readonly number[];
  readonly padBefore: readonly number[];
  readonly padAfter: readonly number[];
  readonly outSize: readonly number[];
  /** Whether the taps of the filter are taken in reverse order. */
  readonly reversed?: boolean;
}

/**
 * Convolves `[batch, height, width, channels]` with `[taps, channels, out]`, giving `[batch, ...outSize, out]`. The
 * channels are a multiple of the block, or fewer than one block.
 */
export function blockedConvolution(x: Value, filter: Value, convolution: BlockedConvolution): Value {
  const { block, kernel, stride, dilation, padBefore, padAfter, outSize } = convolution;
  const [batch] = x.shape;
  const out = filter.shape.at(-1)!;
  const image = x.shape.at(-1)! < block ? transpose(x, [0, 3, 1, 2]) : blocked(x);
  const result = operation(
    "Conv",
    [image, blockedFilter(filter, convolution)],
    { dtype: x.dtype, shape: [batch, out, ...outSize] },
    {
      kernel_shape: kernel,
      strides: stride,
      dilations: dilation,
      pads: [...padBefore, ...padAfter],
    },
    blockedDomain,
  );
  return unblocked(result);
}

/** `[batch, height, width, channels]` with its channels in blocks. */
export function blocked(x: Value): Value {
  const [batch, height, width, channels] = x.shape;
  const shape = [batch, channels, height, width];
  return operation("ReorderInput", [x], { dtype: x.dtype, shape }, { channels_last: 1 }, blockedDomain);
}

/** The inverse of {@link blocked}. */
export function unblocked(x: Value): Value {
  const [batch, channels, height, width] = x.shape;
  const shape = [batch, height, width, channels];
  const attributes = { channels, channels_last: 1 };
  return operation("ReorderOutput", [x], { dtype: x.dtype, shape }, attributes, blockedDomain);
}

/** One gather lays out the filter: its rows of one block each stay whole, and only their order changes. */
function blockedFilter(filter: Value, { block, kernel, reversed = false }: BlockedConvolution): Value {
  const [taps, channels, out] = filter.shape;
  const rows = reshape(filter, [sizeOf(filter.shape) / block, block]);
  const order = rowOrder(taps, channels, out, block, reversed);
  return reshape(gather(rows, constant(filter, order)), [out, channels, ...kernel]);
}

const remembered = new Map<string, Int32Array>();

/** Rows of `[taps, channels, blocks of out]` in the order blocks of out, blocks of channels, taps, channels of a block. */
function rowOrder(taps: number, channels: number, out: number, block: number, reversed: boolean): Int32Array {
  const key = JSON.stringify([taps, channels, out, block, reversed]);
  const known = remembered.get(key) ?? new Int32Array((taps * channels * out) / block);
  if (!remembered.has(key)) fillRowOrder(known, { taps, channels, outBlocks: out / block, block, reversed });
  remembered.set(key, known);
  return known;
}

interface RowOrder {
  readonly taps: number;
  readonly channels: number;
  readonly outBlocks: number;
  readonly block: number;
  readonly reversed: boolean;
}

function fillRowOrder(order: Int32Array, { taps, channels, outBlocks, block, reversed }: RowOrder): void {
  const together = channels < block ? 1 : block;
  let at = 0;
  for (let outBlock = 0; outBlock < outBlocks; outBlock++)
    for (let first = 0; first < channels; first += together)
      for (let tap = 0; tap < taps; tap++)
        for (let channel = first; channel < first + together; channel++) {
          const taken = reversed ? taps - 1 - tap : tap;
          order[at++] = (taken * channels + channel) * outBlocks + outBlock;
        }
}
