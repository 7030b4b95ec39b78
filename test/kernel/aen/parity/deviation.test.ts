import assert from "node:assert/strict";
import {
  inPublishedOrder,
  isWithin,
  sampleDeviation,
  stateDeviation,
  tensorDeviation,
  worst,
} from "../../../../kernel/aen/parity/deviation.js";
import { sampleIndices } from "../../../../kernel/aen/parity/generatedInputs.js";

const data = Float32Array.of(1, -4, 2, 1);
/** The record of the very tensor. */
const record = { shape: [2, 2], mean: 0, l2: Math.sqrt(22), all: [1, -4, 2, 1] };
const tensor = (...values: number[]) => ({ data: Float32Array.from(values), shape: [2, 2] });

describe("how far a tensor is from its record", () => {
  it("is 0 for the same tensor, and NaN for one of another size", () => {
    assert.equal(tensorDeviation({ data, shape: [2, 2] }, record), 0);
    assert.ok(Number.isNaN(tensorDeviation({ data: data.subarray(1), shape: [3] }, record)));
  });

  it("is the worst entry, relative to the largest magnitude", () => {
    const off = { ...record, all: [1, -4, 2.2, 1] };
    assert.ok(Math.abs(tensorDeviation({ data, shape: [2, 2] }, off) - 0.2 / 4) < 1e-6);
  });

  it("is seen in the mean and the length, where the entries that differ were not recorded", () => {
    const few = { shape: [2, 2], mean: 0, l2: Math.sqrt(22), samples: [] };
    assert.ok(Math.abs(tensorDeviation({ data, shape: [2, 2] }, { ...few, mean: 0.4 }) - 0.1) < 1e-6);
    assert.ok(
      Math.abs(tensorDeviation({ data, shape: [2, 2] }, { ...few, l2: Math.sqrt(22) * 2 }) - 0.5) < 1e-6,
    );
  });

  it("is NaN where an entry is no number, and such a deviation is within no tolerance", () => {
    const deviation = tensorDeviation(tensor(1, NaN, 2, 1), record);
    assert.ok(Number.isNaN(deviation));
    assert.equal(isWithin({ group: "g", record: "r", deviation, tolerance: Infinity }), false);
    assert.ok(Number.isNaN(worst([1, NaN, 3])) && worst([]) === 0);
  });

  it("looks at the sampled entries where not all are recorded", () => {
    const large = Float32Array.from({ length: 500 }, (_, i) => i);
    const samples = sampleIndices(500, 8).map((index) => large[index]);
    const sampled = { shape: [500], mean: 0, l2: 0, samples };
    assert.equal(sampleDeviation(large, sampled), 0);
    assert.equal(sampleDeviation(large, { ...sampled, samples: samples.map((value) => value + 3) }), 3);
  });
});

describe("how far a weight is from its record after updates", () => {
  const start = Float32Array.of(0.5, 0.5);
  const after = Float32Array.of(0.5, 1.5);
  const state = { shape: [2], mean: 1, l2: 1, all: [0.5, 1.5], deltaL2: 1 };

  it("is a share of its tolerance, 0 for the same weight", () => {
    assert.equal(stateDeviation(after, start, state), 0);
  });

  it("is beyond its tolerance when the change is longer by more than a ten-thousandth", () => {
    assert.ok(stateDeviation(after, start, { ...state, deltaL2: 1.0002 }) > 1);
    assert.ok(stateDeviation(after, start, { ...state, deltaL2: 1.00005 }) < 1);
  });

  it("is beyond its tolerance when an entry is off by more than rounding", () => {
    assert.ok(stateDeviation(after, start, { ...state, all: [0.5, 1.5 + 2e-6] }) > 1);
    assert.ok(stateDeviation(after, start, { ...state, all: [0.5, 1.5 + 1e-7] }) < 1);
  });

  it("may be as far off as ten times the reference's own float32 run", () => {
    const rough = { ...state, deltaDev32: 1e-3 };
    assert.ok(stateDeviation(after, start, { ...rough, deltaL2: 1.009, all: [0.5, 1.505] }) < 1);
    assert.ok(stateDeviation(after, start, { ...rough, deltaL2: 1.011 }) > 1);
  });
});

describe("images in the published order", () => {
  it("have their channels before height and width; other tensors stay", () => {
    const image = { data: Float32Array.of(0, 10, 1, 11, 2, 12, 3, 13), shape: [1, 2, 2, 2] };
    const { data, shape } = inPublishedOrder(image);
    assert.deepEqual(
      [[...data], shape],
      [
        [0, 1, 2, 3, 10, 11, 12, 13],
        [1, 2, 2, 2],
      ],
    );
    const vector = { data: Float32Array.of(1, 2), shape: [2] };
    assert.deepEqual(inPublishedOrder(vector), vector);
  });
});
