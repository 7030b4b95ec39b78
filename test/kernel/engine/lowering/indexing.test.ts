import * as tf from "@tensorflow/tfjs-core";
import { integers, numbers, sameAsEager } from "../oracle.js";

describe("compiled reading and writing at indices equals the eager one, in value and gradient", () => {
  for (const axis of [0, 1, 2, -1]) {
    it(`for GatherV2 along axis ${axis}`, () =>
      sameAsEager((x, i) => tf.gather(x, i, axis), [numbers([3, 3, 3]), integers([2, 2], 1, 0, 3)], {
        gradients: [0],
      }));
  }

  it("for GatherV2 with batch axes", () =>
    sameAsEager((x, i) => tf.gather(x, i, 2, 1), [numbers([2, 3, 4, 2]), integers([2, 3], 1, 0, 4)]));

  it("for an embedding, with indices that repeat", () =>
    sameAsEager((table, i) => tf.gather(table, i), [numbers([5, 3]), integers([4, 6], 2, 0, 5)], {
      gradients: [0],
    }));

  it("for GatherNd", () =>
    sameAsEager(
      (x, i) => [tf.gatherND(x, i), tf.gatherND(x, tf.slice(i, [0, 0], [4, 1]))],
      [numbers([3, 3, 2]), integers([4, 2], 1, 0, 3)],
    ));

  it("ScatterNd adds what falls on the same place", () =>
    sameAsEager((i, u) => tf.scatterND(i, u, [4, 3]), [integers([6, 1], 1, 0, 4), numbers([6, 3])]));

  it("for TensorScatterUpdate", () => {
    const at = { data: Int32Array.of(2, 0), shape: [2, 1], dtype: "int32" as const };
    return sameAsEager(
      (x, i, u) => tf.tensorScatterUpdate(x, i, u),
      [numbers([4, 3]), at, numbers([2, 3], 3)],
    );
  });

  it("UnsortedSegmentSum leaves out segments that do not exist", () =>
    sameAsEager(
      (x, s) => tf.unsortedSegmentSum(x, s as tf.Tensor1D, 3),
      [numbers([8, 2]), integers([8], 1, -1, 3)],
    ));

  it("for TopK", () =>
    sameAsEager(
      (x) => {
        const { values, indices } = tf.topk(x, 3);
        return [values, indices];
      },
      [numbers([4, 7])],
    ));
});
