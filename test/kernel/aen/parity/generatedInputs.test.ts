import assert from "node:assert/strict";
import { parameterList } from "../../../../kernel/aen/model/parameterList.js";
import { fixtureConfiguration } from "../../../../kernel/aen/parity/fixture.js";
import {
  bitSum,
  generatedClips,
  generatedValues,
  sampleIndices,
} from "../../../../kernel/aen/parity/generatedInputs.js";
import { readJson } from "../../../parity/fixtures.js";

interface ParameterEntry {
  name: string;
  bitSum: Record<string, number>;
}

interface GeneratorFile {
  small: { parameters: ParameterEntry[] };
  sampleIndexExamples: { n: number; k: number; indices: number[] }[];
  clipBitSums: { config: string; name: string; shape: number[]; bitSum: number; first8: number[] }[];
}

const file = readJson<GeneratorFile>("generator");

describe("generator of weights and clips", () => {
  it("picks the recorded entries of large tensors", () => {
    for (const { n, k, indices } of file.sampleIndexExamples) assert.deepEqual(sampleIndices(n, k), indices);
  });

  it("makes every weight of the small configuration bit for bit", () => {
    for (const parameter of parameterList(fixtureConfiguration("small"), 7, 3)) {
      const { bitSum: sums } = file.small.parameters.find(({ name }) => name === parameter.name)!;
      for (const [prefix, sum] of Object.entries(sums)) {
        assert.equal(bitSum(generatedValues(parameter, prefix)), sum, `${prefix}/${parameter.name}`);
      }
    }
  });

  it("makes the clips bit for bit", () => {
    for (const { config, name, shape, bitSum: sum, first8 } of file.clipBitSums) {
      const clips = generatedClips(name, shape[0], fixtureConfiguration(config));
      assert.equal(bitSum(clips), sum);
      first8.forEach((value, index) => assert.ok(Math.abs(clips[index] - value) < 1e-8));
    }
  });
});
