import * as tf from "@tensorflow/tfjs-core";
import fc from "fast-check";
import { numbers, sameAsEager } from "../oracle.js";

const small = (min: number, max: number) => fc.integer({ min, max });

const geometry = fc
  .record({
    batch: small(1, 3),
    height: small(1, 9),
    width: small(1, 9),
    channels: small(1, 5),
    filters: small(1, 5),
    kernel: fc.tuple(small(1, 4), small(1, 4)),
    stride: small(1, 3),
    dilation: small(1, 2),
    pad: fc.constantFrom<"same" | "valid">("same", "valid"),
  })
  .filter(({ pad, kernel, dilation, height, width, stride }) => {
    const reach = kernel.map((k) => (k - 1) * dilation + 1);
    return (pad === "same" || (reach[0] <= height && reach[1] <= width)) && (stride === 1 || dilation === 1);
  });

describe("compiled convolutions equal eager ones, in value and gradient", function () {
  it("for conv2d of any stride, dilation and padding", () =>
    fc.assert(
      fc.asyncProperty(geometry, async (g) => {
        const x = numbers([g.batch, g.height, g.width, g.channels], 1);
        const filter = numbers([...g.kernel, g.channels, g.filters], 2);
        const gradients = g.dilation === 1 ? [0, 1] : [];
        const run = (a: tf.Tensor, b: tf.Tensor) =>
          tf.conv2d(a as tf.Tensor4D, b as tf.Tensor4D, g.stride, g.pad, "NHWC", g.dilation);
        await sameAsEager(run, [x, filter], { gradients });
      }),
      { numRuns: 40 },
    ));

  it("for explicit paddings", () =>
    sameAsEager(
      (x, f) =>
        tf.conv2d(x as tf.Tensor4D, f as tf.Tensor4D, 2, [
          [0, 0],
          [3, 2],
          [1, 3],
          [0, 0],
        ]),
      [numbers([2, 8, 7, 3]), numbers([7, 7, 3, 4])],
      { gradients: [0, 1] },
    ));

  it("for depthwise convolutions with any multiplier", () =>
    fc.assert(
      fc.asyncProperty(geometry, small(1, 3), async (g, multiplier) => {
        const x = numbers([g.batch, g.height, g.width, g.channels], 1);
        const filter = numbers([...g.kernel, g.channels, multiplier], 2);
        const run = (a: tf.Tensor, b: tf.Tensor) =>
          tf.depthwiseConv2d(a as tf.Tensor4D, b as tf.Tensor4D, g.stride, g.pad, "NHWC", g.dilation);
        await sameAsEager(run, [x, filter], { gradients: g.dilation === 1 ? [0, 1] : [] });
      }),
      { numRuns: 25 },
    ));

  it("for transposed convolutions", () =>
    fc.assert(
      fc.asyncProperty(small(1, 5), small(1, 3), small(1, 3), async (size, stride, channels) => {
        const x = numbers([2, size, size, channels]);
        const filter = numbers([3, 3, 2, channels]);
        const run = (a: tf.Tensor, b: tf.Tensor) =>
          tf.conv2dTranspose(
            a as tf.Tensor4D,
            b as tf.Tensor4D,
            [2, size * stride, size * stride, 2],
            stride,
            "same",
          );
        await sameAsEager(run, [x, filter], { gradients: [0, 1] });
      }),
      { numRuns: 15 },
    ));

  it("for conv3d", () =>
    sameAsEager(
      (x, f) => tf.conv3d(x as tf.Tensor5D, f as tf.Tensor5D, [1, 2, 2], "same"),
      [numbers([2, 3, 5, 6, 2]), numbers([2, 3, 3, 2, 3])],
      { gradients: [0, 1] },
    ));

  it("for fused bias and activation", () =>
    sameAsEager(
      (x, filter, bias) =>
        tf.fused.conv2d({
          x: x as tf.Tensor4D,
          filter: filter as tf.Tensor4D,
          strides: 1,
          pad: "same",
          bias,
          activation: "relu",
        }),
      [numbers([2, 5, 5, 3]), numbers([3, 3, 3, 4]), numbers([4])],
    ));
});
