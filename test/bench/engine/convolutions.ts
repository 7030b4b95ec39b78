import * as tf from "@tensorflow/tfjs-core";
import type { Step } from "../../../kernel/engine/contract.js";
import { filled, secondsOf } from "./compiledSeconds.js";

interface Shape {
  readonly size: number;
  readonly channels: number;
  readonly out: number;
  readonly kernel: number;
  readonly stride: number;
}

/** Every kind of convolution in the published backbone, on the 32 frames of two clips. */
const shapes: readonly Shape[] = [
  { size: 112, channels: 3, out: 64, kernel: 7, stride: 2 },
  ...[64, 128, 256, 512].flatMap((out, stage) => {
    const size = [28, 14, 7, 4][stage];
    const same = { size, channels: out, out, kernel: 3, stride: 1 };
    if (stage === 0) return [same];
    const before = { size: [0, 28, 14, 7][stage], channels: out / 2, out, stride: 2 };
    return [{ ...before, kernel: 3 }, { ...before, kernel: 1 }, same];
  }),
];

const images = 32;

/** GFLOP/s of each shape in each pass, as the rows of a Markdown table. */
export async function convolutionTable(): Promise<string> {
  const rows: string[] = [];
  for (const shape of shapes) {
    const rates: string[] = [];
    for (const seconds of await passes(shape)) rates.push((flop(shape) / seconds / 1e9).toFixed(0));
    rows.push(`| ${nameOf(shape)} | ${rates.join(" | ")} |`);
  }
  const head = ["| convolution | value | input gradient | filter gradient |", "| --- | --: | --: | --: |"];
  return [...head, ...rows].join("\n");
}

function nameOf({ size, channels, out, kernel, stride }: Shape): string {
  return `${kernel}x${kernel}, ${channels} to ${out}, ${size}x${size}${stride > 1 ? `, stride ${stride}` : ""}`;
}

const outSize = ({ size, stride }: Shape) => Math.ceil(size / stride);

function flop(shape: Shape): number {
  const { channels, out, kernel } = shape;
  return 2 * images * outSize(shape) ** 2 * channels * out * kernel ** 2;
}

async function passes(shape: Shape): Promise<number[]> {
  const { size, channels, out, kernel, stride } = shape;
  const x = filled([images, size, size, channels]);
  const filter = filled([kernel, kernel, channels, out]);
  const dy = filled([images, outSize(shape), outSize(shape), out]);
  const run = (a: tf.Tensor, b: tf.Tensor) =>
    tf.conv2d(a as tf.Tensor4D, b as tf.Tensor4D, stride, (kernel - 1) / 2);
  const first = (y: tf.Tensor) => ({ y: tf.slice(tf.reshape(y, [-1]), 0, 1) });
  const steps: [Step, object][] = [
    [(given) => first(run(given["x"], given["filter"])), { x, filter }],
    [(given) => first(tf.grad((a) => run(a, given["filter"]))(given["x"], given["dy"])), { x, filter, dy }],
    [(given) => first(tf.grad((b) => run(given["x"], b))(given["filter"], given["dy"])), { x, filter, dy }],
  ];
  const seconds: number[] = [];
  for (const [step, inputs] of steps)
    seconds.push(await secondsOf(step, inputs as Parameters<typeof secondsOf>[1]));
  return seconds;
}
