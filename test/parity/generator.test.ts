import assert from "node:assert/strict";
import { dfewLabels } from "../../kernel/aen/labels.js";
import { bitsAt, hashName, mixBits, signedAt, unitAt } from "../../kernel/aen/model/deterministicValues.js";
import { parameterList } from "../../kernel/aen/model/parameterList.js";
import { fixtureConfiguration } from "../../kernel/aen/parity/fixture.js";
import {
  bitSum,
  generatedClips,
  generatedValues,
  generatorLaw,
  sampleIndices,
} from "../../kernel/aen/parity/generator.js";
import { readJson } from "./fixtures.js";

interface ParameterEntry {
  name: string;
  shape: number[];
  centre: number;
  amplitude: number;
  trainable: boolean;
  bitSum: Record<string, number>;
}

interface GeneratorFile {
  full: { parameters: ParameterEntry[]; trainableParameterCount: number };
  small: { parameters: ParameterEntry[]; trainableParameterCount: number };
  generatorVectors: { name: string; fnv1a: number; u32: number[]; signed: number[]; unit: number[] }[];
  fmix32Vectors: [number, number][];
  fnv1aVectors: [string, number][];
  sampleIndexExamples: { n: number; k: number; indices: number[] }[];
  clipBitSums: { config: string; name: string; shape: number[]; bitSum: number; first8: number[] }[];
}

const file = readJson<GeneratorFile>("generator");

describe("generator of weights and clips", () => {
  it("hashes names and mixes bits as recorded", () => {
    for (const [text, hash] of file.fnv1aVectors) assert.equal(hashName(text), hash);
    for (const [value, mixed] of file.fmix32Vectors) assert.equal(mixBits(value), mixed);
    for (const { name, fnv1a, u32, signed, unit } of file.generatorVectors) {
      const hash = hashName(name);
      assert.equal(hash, fnv1a);
      u32.forEach((bits, index) => assert.equal(bitsAt(hash, index), bits));
      signed.forEach((value, index) => assert.ok(Math.abs(signedAt(hash, index) - value) < 1e-9));
      unit.forEach((value, index) => assert.ok(Math.abs(unitAt(hash, index) - value) < 1e-9));
    }
  });

  it("picks the recorded entries of large tensors", () => {
    for (const { n, k, indices } of file.sampleIndexExamples) assert.deepEqual(sampleIndices(n, k), indices);
  });

  for (const config of ["small", "full"] as const) {
    it(`lists the parameters of the ${config} configuration in order, with their shapes and laws`, () => {
      const configuration = fixtureConfiguration(config);
      const own = parameterList(configuration, 7, 3);
      const expected = file[config].parameters;
      const sorted = [...own].sort((a, b) => (a.name < b.name ? -1 : 1));
      assert.deepEqual(
        sorted.map(({ name, shape, trainable }) => ({ name, shape, trainable })),
        [...expected]
          .sort((a, b) => (a.name < b.name ? -1 : 1))
          .map(({ name, shape, trainable }) => ({ name, shape, trainable })),
      );
      for (const parameter of own) {
        const { centre, amplitude } = expected.find(({ name }) => name === parameter.name)!;
        const law = generatorLaw(parameter);
        assert.equal(law.centre, centre, parameter.name);
        assert.ok(Math.abs(law.amplitude - amplitude) < 1e-9, parameter.name);
      }
      const count = own
        .filter(({ trainable }) => trainable)
        .reduce((sum, { shape }) => sum + shape.reduce((a, b) => a * b, 1), 0);
      assert.equal(count, file[config].trainableParameterCount);
    });
  }

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

  it("has DFEW's labels and groups", () => {
    const facts = readJson<{ labels: string[]; groups: string[]; groupOfLabel: number[] }>("facts");
    assert.deepEqual(dfewLabels.emotions, facts.labels);
    assert.deepEqual(
      dfewLabels.groups.map(({ name }) => name),
      facts.groups,
    );
    assert.deepEqual(dfewLabels.groupOf, facts.groupOfLabel);
  });
});
