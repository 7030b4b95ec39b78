import assert from "node:assert/strict";
import {
  bitsAt,
  hashName,
  mixBits,
  normalAt,
  signedAt,
  unitAt,
} from "../../../kernel/random/deterministicValues.js";
import { readJson } from "../../parity/fixtures.js";

interface RecordedVectors {
  readonly generatorVectors: {
    readonly name: string;
    readonly fnv1a: number;
    readonly u32: readonly number[];
    readonly signed: readonly number[];
    readonly unit: readonly number[];
  }[];
  readonly fmix32Vectors: readonly (readonly [number, number])[];
  readonly fnv1aVectors: readonly (readonly [string, number])[];
}

describe("numbers of a name and an index", () => {
  const recorded = readJson<RecordedVectors>("generator");

  it("names hash and bits mix as recorded", () => {
    for (const [text, hash] of recorded.fnv1aVectors) assert.equal(hashName(text), hash);
    for (const [value, mixed] of recorded.fmix32Vectors) assert.equal(mixBits(value), mixed);
  });

  it("the hash of a name goes over its UTF-8 bytes, as FNV's own test vectors do", () => {
    assert.equal(hashName(""), 0x811c9dc5);
    assert.equal(hashName("foobar"), 0xbf9cf968);
    assert.notEqual(hashName("é"), hashName("\u00e9".normalize("NFD")));
  });

  it("bits, signed and unit numbers of a stream are the recorded ones", () => {
    for (const { name, fnv1a, u32, signed, unit } of recorded.generatorVectors) {
      const hash = hashName(name);
      assert.equal(hash, fnv1a);
      u32.forEach((bits, index) => assert.equal(bitsAt(hash, index), bits));
      signed.forEach((value, index) => assert.ok(Math.abs(signedAt(hash, index) - value) < 1e-9));
      unit.forEach((value, index) => assert.ok(Math.abs(unitAt(hash, index) - value) < 1e-9));
    }
  });

  it("signed numbers lie in [-1, 1), unit numbers in [0, 1), both with 24 bits", () => {
    const hash = hashName("range");
    for (let index = 0; index < 5000; index++) {
      const [signed, unit] = [signedAt(hash, index), unitAt(hash, index)];
      assert.ok(signed >= -1 && signed < 1 && Number.isInteger(signed * 2 ** 23));
      assert.ok(unit >= 0 && unit < 1 && Number.isInteger(unit * 2 ** 24));
    }
  });

  it("normal numbers have the moments and tails of the standard normal distribution", () => {
    const hash = hashName("bell");
    const values = Array.from({ length: 40_000 }, (_, index) => normalAt(hash, index));
    const mean = (of: (value: number) => number) => values.reduce((sum, v) => sum + of(v), 0) / values.length;
    assert.ok(Math.abs(mean((v) => v)) < 0.02, "mean 0");
    assert.ok(Math.abs(mean((v) => v * v) - 1) < 0.03, "variance 1");
    assert.ok(Math.abs(mean((v) => v ** 4) - 3) < 0.3, "fourth moment 3");
    assert.ok(Math.abs(mean((v) => (Math.abs(v) > 1.96 ? 1 : 0)) - 0.05) < 0.005, "5 % beyond 1.96");
  });

  it("neighbouring normal numbers share no draw: their correlation is nil", () => {
    const hash = hashName("pairs");
    const products = Array.from({ length: 20_000 }, (_, i) => normalAt(hash, i) * normalAt(hash, i + 1));
    assert.ok(Math.abs(products.reduce((a, b) => a + b) / products.length) < 0.03);
  });
});
