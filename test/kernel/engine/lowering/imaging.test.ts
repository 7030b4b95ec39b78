import * as tf from "@tensorflow/tfjs-core";
import fc from "fast-check";
import { integers, numbers, sameAsEager } from "../oracle.js";

/**
 * Of one image where it is the nearest pixel: tfjs cpu mixes up the images of a batch in that gradient.
 * At least two pixels: with one pixel and aligned corners the same gradient never ends.
 */
const size = fc.tuple(fc.integer({ min: 2, max: 9 }), fc.integer({ min: 2, max: 9 }));

describe("compiled operations on images equal eager ones", () => {
  for (const [name, resize] of Object.entries({
    bilinear: tf.image.resizeBilinear,
    nearest: tf.image.resizeNearestNeighbor,
  })) {
    it(`for resizing, ${name}, with its gradient`, () =>
      fc.assert(
        fc.asyncProperty(size, size, fc.constantFrom("plain", "corners", "half"), ([h, w], to, mode) =>
          sameAsEager(
            (x) => resize(x as tf.Tensor4D, to, mode === "corners", mode === "half"),
            [numbers([name === "nearest" ? 1 : 2, h, w, 3])],
            { gradients: mode === "half" ? [] : [0] },
          ),
        ),
        { numRuns: 8 },
      ));
  }

  it("for batch norm, with gradients", () =>
    sameAsEager(
      (x, mean, variance, offset, scale) =>
        tf.batchNorm(
          x as tf.Tensor4D,
          mean as tf.Tensor1D,
          variance as tf.Tensor1D,
          offset as tf.Tensor1D,
          scale as tf.Tensor1D,
          1e-3,
        ),
      [numbers([2, 4, 3, 5]), numbers([5], 2), numbers([5], 3, 0.2, 2), numbers([5], 4), numbers([5], 5)],
      { gradients: [0, 1, 2, 3, 4] },
    ));

  it("for morphological dilation, with gradients", () =>
    sameAsEager(
      (x, filter) => tf.dilation2d(x as tf.Tensor4D, filter as tf.Tensor3D, 1, "same"),
      [numbers([2, 5, 6, 3]), numbers([3, 2, 3])],
      { gradients: [0, 1] },
    ));

  it("for flipping, diagonals, bits", () =>
    sameAsEager(
      (x, d, a, b) => [tf.image.flipLeftRight(x as tf.Tensor4D), tf.diag(d), tf.bitwiseAnd(a, b)],
      [numbers([2, 3, 4, 2]), numbers([4]), integers([6], 1, 0, 99), integers([6], 2, 0, 99)],
    ));
});
