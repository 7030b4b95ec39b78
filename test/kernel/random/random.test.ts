import assert from "node:assert/strict";
import fc from "fast-check";
import { Random } from "../../../kernel/random/random.js";

const key = fc.oneof(fc.integer(), fc.string());
const draws = (random: Random, count = 8) => Array.from({ length: count }, () => random.unit());

describe("seeded random numbers", () => {
  it("are those of sfc32, started from the keys' hash: a second implementation in Python agrees", () => {
    const first = (keys: (number | string)[]) =>
      draws(new Random(...keys), 4).map((value) => value * 4294967296);
    assert.deepEqual(first([1]), [276710775, 3846545030, 2818086656, 1873589965]);
    assert.deepEqual(first([1, "epoch", 3]), [502215650, 3207334917, 3818566239, 3741360766]);
  });

  it("are the same for the same keys, whatever was drawn from others in between", () => {
    fc.assert(
      fc.property(fc.array(key, { minLength: 1, maxLength: 4 }), (keys) => {
        const [one, same] = [new Random(...keys), new Random(...keys)];
        const other = new Random(...keys, "other");
        const interleaved = draws(one, 8).map((value) => (other.unit(), value));
        assert.deepEqual(draws(same), interleaved);
      }),
      { numRuns: 50 },
    );
  });

  it("differ for keys that would be the same when joined", () => {
    const starts = [["ab", "c"], ["a", "bc"], ["abc"], ["1"], [1], [1, 1], [11]].map((keys) =>
      draws(new Random(...keys)).join(),
    );
    assert.equal(new Set(starts).size, starts.length);
  });

  it("fill [0, 1) evenly: a chi-square of 20 cells stays below its 0.1 % bound", () => {
    const cells = new Array<number>(20).fill(0);
    for (const value of draws(new Random("cells"), 20_000)) cells[Math.floor(value * 20)]++;
    const chiSquare = cells.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    assert.ok(chiSquare < 43.82, `chi-square ${chiSquare}`);
  });

  it("stay within the requested range", () => {
    fc.assert(
      fc.property(key, fc.integer({ min: 1, max: 1000 }), (seed, below) => {
        const random = new Random(seed);
        for (let i = 0; i < 20; i++) {
          const whole = random.integer(below);
          assert.ok(Number.isInteger(whole) && whole >= 0 && whole < below);
          const between = random.between(-below, below / 2);
          assert.ok(between >= -below && between < below / 2);
        }
      }),
      { numRuns: 50 },
    );
  });

  it("a chance of 0 never comes, one of 1 always, one of 0.3 three times in ten", () => {
    const random = new Random("chance");
    const share = (probability: number) =>
      Array.from({ length: 5000 }, () => random.chance(probability)).filter(Boolean).length / 5000;
    assert.deepEqual([share(0), share(1)], [0, 1]);
    assert.ok(Math.abs(share(0.3) - 0.3) < 0.025);
  });

  it("normal ones have mean 0, variance 1 and two in a hundred beyond 2.326", () => {
    const random = new Random("normal");
    const values = Array.from({ length: 40_000 }, () => random.normal());
    const mean = values.reduce((a, b) => a + b) / values.length;
    const variance = values.reduce((sum, value) => sum + value * value, 0) / values.length;
    const beyond = values.filter((value) => Math.abs(value) > 2.326).length / values.length;
    assert.ok(Math.abs(mean) < 0.02 && Math.abs(variance - 1) < 0.03, `mean ${mean}, variance ${variance}`);
    assert.ok(Math.abs(beyond - 0.02) < 0.003, `${beyond} beyond 2.326`);
  });

  it("shuffle into a permutation and leave the list itself alone", () => {
    fc.assert(
      fc.property(key, fc.array(fc.integer(), { maxLength: 30 }), (seed, items) => {
        const before = [...items];
        const mixed = new Random(seed).shuffle(items);
        assert.deepEqual(items, before);
        assert.deepEqual([...mixed].sort(), [...before].sort());
      }),
      { numRuns: 50 },
    );
  });

  it("shuffle so that each of the six orders of three things is equally likely", () => {
    const random = new Random("orders");
    const counts = new Map<string, number>();
    for (let i = 0; i < 6000; i++) {
      const order = random.shuffle([1, 2, 3]).join("");
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    assert.equal(counts.size, 6);
    for (const [order, count] of counts) assert.ok(Math.abs(count - 1000) < 120, `${order}: ${count}`);
  });

  it("pick each of the items, and nothing else", () => {
    const random = new Random("pick");
    const picked = new Set(Array.from({ length: 200 }, () => random.pick(["a", "b", "c"])));
    assert.deepEqual([...picked].sort(), ["a", "b", "c"]);
  });
});
