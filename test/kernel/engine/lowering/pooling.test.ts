import * as tf from "@tensorflow/tfjs-core";
import fc from "fast-check";
import { integers, numbers, sameAsEager } from "../oracle.js";

const small = (min: number, max: number) => fc.integer({ min, max });

const geometry = fc.record({
  batch: small(1, 2),
  height: small(3, 9),
  width: small(3, 9),
  channels: small(1, 4),
  size: fc.tuple(small(1, 3), small(1, 3)),
  stride: small(1, 3),
  pad: fc.constantFrom<"same" | "valid" | 1>("same", "valid", 1),
});

describe("compiled pooling equals eager pooling, in value and gradient", () => {
  for (const [name, pool] of [["max", tf.maxPool] as const, ["average", tf.avgPool] as const]) {
    it(`for ${name} over windows that overlap or not`, () =>
      fc.assert(
        fc.asyncProperty(geometry, (g) => {
          const pad = g.size.includes(1) && g.pad === 1 ? "valid" : g.pad;
          const run = (x: tf.Tensor) => pool(x as tf.Tensor4D, g.size, g.stride, pad);
          return sameAsEager(run, [numbers([g.batch, g.height, g.width, g.channels])], { gradients: [0] });
        }),
        { numRuns: 15 },
      ));
  }

  it("the gradient of a maximum goes to the first of equal pixels", () => {
    const { data, shape } = integers([2, 7, 7, 3], 3, 0, 3);
    const x = { data: Float32Array.from(data), shape, dtype: "float32" as const };
    return sameAsEager((image) => tf.maxPool(image as tf.Tensor4D, 3, 2, 1), [x], { gradients: [0] });
  });

  it("for pooling in three dimensions", () =>
    sameAsEager(
      (x) => [
        tf.maxPool3d(x as tf.Tensor5D, 2, 2, "same"),
        tf.avgPool3d(x as tf.Tensor5D, [1, 2, 3], 1, "valid"),
      ],
      [numbers([2, 3, 4, 5, 2])],
      { gradients: [0] },
    ));

  it("for dilated pooling", () =>
    sameAsEager((x) => tf.pool(x as tf.Tensor4D, [2, 2], "max", "same", [2, 2], 1), [numbers([1, 6, 6, 2])]));
});
