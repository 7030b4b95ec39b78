import { blocked, blockedConvolution } from "../ir/blocked.js";
import { Graph, type Value } from "../ir/graph.js";
import { encodeModel } from "../onnx/encode.js";
import * as ort from "./onnxRuntime.js";

const channels = 64;
const size = 3;
const pixels = size * size;

let known: Promise<number | undefined> | undefined;

/**
 * The channels of a block in ONNX Runtime's own layout of images: 16 with AVX-512. Learned once in a process, by running
 * its operators on numbered pixels; undefined where they are missing or give other numbers than a convolution has, and
 * where `AEN_CHANNEL_BLOCK` is `off`.
 */
export function channelBlock(environment: NodeJS.ProcessEnv = process.env): Promise<number | undefined> {
  if (environment["AEN_CHANNEL_BLOCK"] === "off") return Promise.resolve(undefined);
  return (known ??= learn().catch(() => undefined));
}

/** The image's channel is its number; a filter that adds up all channels of a window is the second check. */
async function learn(): Promise<number | undefined> {
  const image = Float32Array.from({ length: pixels * channels }, (_, i) => i);
  const laidOut = await valuesOf(image, blocked);
  const block = laidOut.indexOf(channels);
  if (block < 2 || channels % block !== 0 || laidOut.some((value, i) => value !== numbered(i, block)))
    return undefined;
  const sums = await valuesOf(image, (x) => convolvedWithNumbers(x, block));
  return sums.every((value, i) => value === convolved(image, i)) ? block : undefined;
}

/** What stands at a place of the blocked image. */
function numbered(at: number, block: number): number {
  const [pixel, channel] = [Math.floor(at / block) % pixels, at % block];
  return pixel * channels + Math.floor(at / (block * pixels)) * block + channel;
}

const weight = (tap: number, channel: number, out: number) => ((tap * 5 + channel * 3 + out) % 7) - 3;

function convolvedWithNumbers(x: Value, block: number): Value {
  const weights = Float32Array.from({ length: pixels * channels * channels }, (_, i) =>
    weight(Math.floor(i / channels ** 2), Math.floor(i / channels) % channels, i % channels),
  );
  const filter = x.graph.constant(weights, [pixels, channels, channels], "float32");
  const each = (value: number) => [value, value];
  return blockedConvolution(x, filter, {
    block,
    kernel: each(size),
    stride: each(1),
    dilation: each(1),
    padBefore: each(1),
    padAfter: each(1),
    outSize: each(size),
  });
}

/** The convolution with {@link weight} by its formula; all numbers are whole and small enough to be exact. */
function convolved(image: Float32Array, at: number): number {
  const [pixel, out] = [Math.floor(at / channels), at % channels];
  let sum = 0;
  for (let tap = 0; tap < pixels; tap++) {
    const row = Math.floor(pixel / size) + Math.floor(tap / size) - 1;
    const column = (pixel % size) + (tap % size) - 1;
    if (row < 0 || row >= size || column < 0 || column >= size) continue;
    const from = (row * size + column) * channels;
    for (let channel = 0; channel < channels; channel++)
      sum += image[from + channel] * weight(tap, channel, out);
  }
  return sum;
}

/** What ONNX Runtime computes from the image `[1, size, size, channels]`. */
async function valuesOf(image: Float32Array, compute: (x: Value) => Value): Promise<Float32Array> {
  const x = new Graph().input("x", "float32", [1, size, size, channels]);
  const outputs = [{ name: "y", value: compute(x) }];
  const { bytes } = encodeModel({ name: "channel block", inputs: [x], outputs, standalone: true });
  const session = await ort.InferenceSession.create(bytes, { logSeverityLevel: 4, intraOpNumThreads: 1 });
  try {
    const { y } = await session.run({ x: new ort.Tensor("float32", image, [...x.shape]) });
    return y.data as Float32Array;
  } finally {
    await session.release();
  }
}
