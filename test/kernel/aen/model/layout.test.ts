import assert from "node:assert/strict";
import fc from "fast-check";
import { networkShape, toNetwork, toPublished } from "../../../../kernel/aen/model/layout.js";

const length = fc.integer({ min: 1, max: 4 });
const shape = fc.oneof(
  fc.tuple(length),
  fc.tuple(length, length),
  fc.tuple(length, length, length),
  fc.tuple(length, length, length, length),
) as fc.Arbitrary<number[]>;
const counting = (shape: readonly number[]) =>
  Float32Array.from({ length: shape.reduce((a, b) => a * b, 1) }, (_, i) => i);

describe("the order of weights", () => {
  it("of convolutions goes from [out, in, height, width] to [height, width, in, out]", () => {
    fc.assert(
      fc.property(length, length, length, length, (out, before, height, width) => {
        const network = toNetwork(counting([out, before, height, width]), [out, before, height, width]);
        for (let o = 0; o < out; o++)
          for (let i = 0; i < before; i++)
            for (let y = 0; y < height; y++)
              for (let x = 0; x < width; x++) {
                const published = ((o * before + i) * height + y) * width + x;
                assert.equal(network[((y * width + x) * before + i) * out + o], published);
              }
      }),
      { numRuns: 30 },
    );
    assert.deepEqual(networkShape([8, 4, 3, 5]), [3, 5, 4, 8]);
  });

  it("of linear maps is transposed", () => {
    assert.deepEqual([...toNetwork(Float32Array.of(1, 2, 3, 4, 5, 6), [2, 3])], [1, 4, 2, 5, 3, 6]);
    assert.deepEqual(networkShape([2, 3]), [3, 2]);
  });

  it("of vectors and tokens stays", () => {
    assert.deepEqual([...toNetwork(Float32Array.of(1, 2, 3), [3])], [1, 2, 3]);
    assert.deepEqual([...toNetwork(counting([1, 3, 2]), [1, 3, 2])], [0, 1, 2, 3, 4, 5]);
    assert.deepEqual(networkShape([1, 3, 2]), [1, 3, 2]);
  });

  it("there and back again gives the same values, in arrays of their own", () => {
    fc.assert(
      fc.property(shape, (lengths) => {
        const values = counting(lengths);
        const network = toNetwork(values, lengths);
        assert.deepEqual(toPublished(network, lengths), values);
        assert.notEqual(network.buffer, values.buffer);
      }),
    );
  });
});
