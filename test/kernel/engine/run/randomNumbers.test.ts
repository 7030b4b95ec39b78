import assert from "node:assert/strict";
import { drawNumbers } from "../../../../kernel/engine/run/randomNumbers.js";
import type { Distribution } from "../../../../kernel/engine/trace/randomDraws.js";

const draw = (distribution: Distribution, size: number, input = "random/0") => ({
  input,
  distribution,
  shape: [size],
});

function moments(numbers: Float32Array): { mean: number; variance: number } {
  const mean = numbers.reduce((a, b) => a + b, 0) / numbers.length;
  const variance = numbers.reduce((sum, value) => sum + (value - mean) ** 2, 0) / numbers.length;
  return { mean, variance };
}

describe("the random numbers of a step", () => {
  it("are the same for the same seed, run and draw, and others when any of these changes", () => {
    const numbers = (seed: number, run: number, input: string) =>
      drawNumbers(draw("uniform", 16, input), seed, run).join();
    assert.equal(numbers(1, 0, "random/0"), numbers(1, 0, "random/0"));
    const all = [
      numbers(1, 0, "random/0"),
      numbers(2, 0, "random/0"),
      numbers(1, 1, "random/0"),
      numbers(1, 0, "random/1"),
    ];
    assert.equal(new Set(all).size, 4);
  });

  it("fill the shape of the draw", () => {
    assert.equal(drawNumbers({ input: "r", distribution: "normal", shape: [2, 3, 4] }, 1, 0).length, 24);
    assert.equal(drawNumbers({ input: "r", distribution: "normal", shape: [] }, 1, 0).length, 1);
  });

  it("are uniform in [0, 1): mean 1/2, variance 1/12", () => {
    const numbers = drawNumbers(draw("uniform", 40_000), 3, 0);
    assert.ok(numbers.every((value) => value >= 0 && value < 1));
    const { mean, variance } = moments(numbers);
    assert.ok(Math.abs(mean - 1 / 2) < 0.005 && Math.abs(variance - 1 / 12) < 0.002, `${mean}, ${variance}`);
  });

  it("are normal: mean 0, variance 1, with tails beyond 2", () => {
    const numbers = drawNumbers(draw("normal", 40_000), 3, 0);
    const { mean, variance } = moments(numbers);
    assert.ok(Math.abs(mean) < 0.02 && Math.abs(variance - 1) < 0.03, `${mean}, ${variance}`);
    const beyond = numbers.filter((value) => Math.abs(value) > 2).length / numbers.length;
    assert.ok(Math.abs(beyond - 0.0455) < 0.004, `${beyond} lie beyond 2`);
  });

  it("are truncated at two standard deviations, with the variance that this leaves", () => {
    const numbers = drawNumbers(draw("truncatedNormal", 40_000), 3, 0);
    assert.ok(numbers.every((value) => Math.abs(value) <= 2));
    // 1 - 2·2·φ(2) / (2·Φ(2) - 1)
    const expected = 1 - (4 * 0.05399097) / 0.9544997;
    assert.ok(Math.abs(moments(numbers).variance - expected) < 0.02);
  });

  it("do not repeat from run to run, nor from seed to neighbouring seed", () => {
    const streams = [1, 2, 3].flatMap((seed) =>
      [0, 1, 2].map((run) => drawNumbers(draw("normal", 4000), seed, run)),
    );
    streams.forEach((a, i) =>
      streams.slice(0, i).forEach((b) => {
        const correlation = a.reduce((sum, value, at) => sum + value * b[at], 0) / a.length;
        assert.ok(Math.abs(correlation) < 0.07, `${correlation}`);
      }),
    );
  });
});
