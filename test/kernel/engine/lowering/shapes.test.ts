import * as tf from "@tensorflow/tfjs-core";
import fc from "fast-check";
import { booleans, integers, numbers, sameAsEager } from "../oracle.js";

const shape3 = fc.tuple(...[1, 2, 3].map(() => fc.integer({ min: 1, max: 5 })));

describe("compiled operations that move elements equal eager ones, in value and gradient", () => {
  it("for Transpose, also twice, and Reshape", () =>
    fc.assert(
      fc.asyncProperty(shape3, fc.shuffledSubarray([0, 1, 2], { minLength: 3 }), (shape, order) =>
        sameAsEager(
          (x) => [
            tf.transpose(x, order),
            tf.transpose(tf.transpose(x, order), order),
            tf.reshape(tf.transpose(x, order), [-1]),
          ],
          [numbers(shape)],
          { gradients: [0] },
        ),
      ),
      { numRuns: 8 },
    ));

  it("for Slice and StridedSlice, forward and backward", () =>
    sameAsEager(
      (x) => [
        tf.slice(x, [1, 0, 2], [2, 3, -1]),
        tf.stridedSlice(x, [0, 3, 1], [4, 0, 6], [2, -1, 3]),
        tf.stridedSlice(x, [1, 1, 1], [2, 4, 5], [1, 1, 1], 0, 0, 0, 0, 1),
        tf.slice(x, [0, 0, 0], [0, 4, 6]),
      ],
      [numbers([4, 4, 6])],
    ));

  it("for gradients of slices", () =>
    sameAsEager((x) => tf.slice(x, [1, 0, 2], [2, 3, 3]), [numbers([4, 4, 6])], { gradients: [0] }));

  it("for Concat, Pack, Unpack and SplitV", () =>
    sameAsEager(
      (a, b) => [
        tf.concat([a, b], 1),
        tf.stack([a, a], 2),
        ...tf.unstack(a, 1),
        ...tf.split(b, [1, 4], 1),
        ...tf.split(a, 3, -1),
      ],
      [numbers([2, 3], 1), numbers([2, 5], 2)],
      { gradients: [0, 1] },
    ));

  it("for Concat with something empty", () =>
    sameAsEager((a, b) => tf.concat([a, b], 0), [numbers([0, 3]), numbers([2, 3])], { gradients: [0, 1] }));

  it("for PadV2 and MirrorPad", () =>
    sameAsEager(
      (x) => [
        tf.pad(
          x,
          [
            [1, 2],
            [0, 3],
          ],
          7,
        ),
        tf.pad(x, [
          [0, 0],
          [1, 0],
        ]),
      ],
      [numbers([3, 4])],
      { gradients: [0] },
    ));

  it("for MirrorPad", () =>
    sameAsEager(
      (x) => [
        tf.mirrorPad(
          x,
          [
            [1, 2],
            [3, 1],
          ],
          "reflect",
        ),
        tf.mirrorPad(
          x,
          [
            [2, 1],
            [0, 4],
          ],
          "symmetric",
        ),
      ],
      [numbers([3, 4])],
    ));

  it("for Tile, BroadcastTo, ExpandDims, Reverse", () =>
    sameAsEager(
      (x) => [
        tf.tile(x, [2, 3]),
        tf.broadcastTo(x, [4, 2, 3]),
        tf.expandDims(x, -1),
        tf.reverse(x, 1),
        tf.reverse(x),
      ],
      [numbers([2, 3])],
      { gradients: [0] },
    ));

  it("for SpaceToBatchND, BatchToSpaceND, DepthToSpace", () =>
    sameAsEager(
      (x) => [
        tf.spaceToBatchND(
          x,
          [2, 3],
          [
            [1, 1],
            [0, 2],
          ],
        ),
        tf.batchToSpaceND(
          x,
          [2, 2],
          [
            [1, 0],
            [0, 1],
          ],
        ),
        tf.depthToSpace(x as tf.Tensor4D, 2, "NHWC"),
      ],
      [numbers([4, 4, 4, 8])],
    ));

  it("for OneHot, Range, LinSpace, Fill, ones and zeros", () =>
    sameAsEager(
      (i, x) => [
        tf.oneHot(tf.cast(i, "int32"), 5),
        tf.add(x, tf.range(0, 4, 1)),
        tf.add(x, tf.linspace(0, 1, 4)),
        tf.fill([2, 2], 3),
        tf.onesLike(x),
        tf.zerosLike(x),
        tf.range(5, 0, -2, "int32"),
      ],
      [integers([2, 3], 1, -1, 5), numbers([4])],
    ));

  it("for bandPart and eye", () =>
    sameAsEager(
      (x) => [tf.linalg.bandPart(x, 1, 0), tf.linalg.bandPart(x, -1, 1), tf.mul(tf.eye(5), x)],
      [numbers([3, 5, 5])],
    ));

  it("for addN and booleans that move", () =>
    sameAsEager(
      (a, b, c) => [tf.addN([a, b, a]), tf.transpose(c), tf.reshape(c, [6]), tf.concat([c, c], 0)],
      [numbers([4], 1), numbers([4], 2), booleans([2, 3])],
    ));
});
