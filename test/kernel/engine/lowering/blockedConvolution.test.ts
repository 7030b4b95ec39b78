import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-core";
import { blockedDomain } from "../../../../kernel/engine/ir/blocked.js";
import { neededNodes } from "../../../../kernel/engine/ir/graph.js";
import { traceStep } from "../../../../kernel/engine/trace/trace.js";
import { numbers, sameAsEager } from "../oracle.js";

interface Geometry {
  readonly image: readonly [number, number, number];
  readonly kernel: readonly [number, number];
  readonly out: number;
  readonly stride?: number;
  readonly pad?: "same" | "valid" | number;
  readonly dilation?: number;
}

const convolve =
  ({ stride = 1, pad = "same", dilation = 1 }: Geometry) =>
  (x: tf.Tensor, filter: tf.Tensor) =>
    tf.conv2d(x as tf.Tensor4D, filter as tf.Tensor4D, stride, pad, "NHWC", dilation);

const filterShape = ({ kernel, image, out }: Geometry) => [...kernel, image[2], out];

/** How many blocked convolutions the value and the gradients take where a block has `channelBlock` channels. */
function blockedIn(geometry: Geometry, channelBlock?: number): number {
  const inputs = {
    x: { dtype: "float32" as const, shape: [2, ...geometry.image] },
    filter: { dtype: "float32" as const, shape: filterShape(geometry) },
  };
  const value = (x: tf.Tensor, filter: tf.Tensor) => tf.sum(tf.square(convolve(geometry)(x, filter)));
  const step = ({ x, filter }: Record<string, tf.Tensor>) => {
    const [dx, dfilter] = tf.grads(value)([x, filter]);
    return { dx, dfilter };
  };
  const { outputs } = traceStep({ step, inputs, state: [], target: { provider: "cpu", channelBlock } });
  const nodes = neededNodes(outputs.map(({ value }) => value));
  return nodes.filter(({ domain, operator }) => domain === blockedDomain && operator === "Conv").length;
}

const both: Readonly<Record<string, Geometry>> = {
  "3x3": { image: [12, 11, 32], kernel: [3, 3], out: 16 },
  "of several blocks": { image: [10, 10, 48], kernel: [3, 3], out: 64 },
  "of uneven kernels": { image: [13, 14, 16], kernel: [2, 5], out: 32 },
  "without padding": { image: [14, 13, 16], kernel: [3, 3], out: 16, pad: "valid" },
};

const forwardAlone: Readonly<Record<string, Geometry>> = {
  "of colour images": { image: [40, 38, 3], kernel: [7, 7], out: 32, stride: 2, pad: 3 },
  "with stride 2 over even sizes": { image: [24, 26, 16], kernel: [3, 3], out: 32, stride: 2, pad: 1 },
  "with stride 2 over odd sizes": { image: [25, 27, 32], kernel: [3, 3], out: 16, stride: 2 },
};

const neither: Readonly<Record<string, Geometry>> = {
  "of few pixels": { image: [7, 7, 16], kernel: [3, 3], out: 16 },
  "of single pixels": { image: [16, 16, 32], kernel: [1, 1], out: 32 },
  "to channels that fill no block": { image: [16, 16, 16], kernel: [3, 3], out: 24 },
  "of channels that fill no block": { image: [16, 16, 12], kernel: [3, 3], out: 16 },
  "of kernels longer than the image": { image: [2, 200, 16], kernel: [3, 3], out: 16 },
};

describe("a convolution in blocks of channels", () => {
  for (const [how, geometry] of Object.entries({ ...both, ...forwardAlone, ...neither }))
    it(`equals the eager one, in value and gradient, ${how}`, () => {
      const inputs = [numbers([2, ...geometry.image], 1), numbers(filterShape(geometry), 2)];
      return sameAsEager(convolve(geometry), inputs, { gradients: [0, 1] });
    });

  it("equals the eager one with dilated kernels", () => {
    const geometry: Geometry = { image: [16, 17, 16], kernel: [3, 3], out: 16, dilation: 2 };
    return sameAsEager(convolve(geometry), [numbers([2, ...geometry.image]), numbers(filterShape(geometry))]);
  });

  it("is chosen for the value and the gradient of the input", () => {
    for (const [how, geometry] of Object.entries(both)) assert.equal(blockedIn(geometry, 16), 2, how);
    for (const [how, geometry] of Object.entries(forwardAlone)) assert.equal(blockedIn(geometry, 16), 1, how);
  });

  it("is left where a matrix product is as fast", () => {
    for (const [how, geometry] of Object.entries(neither)) assert.equal(blockedIn(geometry, 16), 0, how);
  });

  it("is left where ONNX Runtime has no blocks, and where they were not measured", () => {
    for (const block of [undefined, 8]) assert.equal(blockedIn(both["3x3"], block), 0);
  });
});
