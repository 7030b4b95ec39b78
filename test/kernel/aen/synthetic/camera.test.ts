import assert from "node:assert/strict";
import { addGrain, blur } from "../../../../kernel/aen/synthetic/camera.js";
import { Random } from "../../../../kernel/random/random.js";

const size = 48;
const grey = () => new Uint8Array(size * size * 3).fill(128);
const mean = (values: ArrayLike<number>, of = (value: number) => value) =>
  Array.from(values).reduce((sum, value) => sum + of(value), 0) / values.length;

describe("the grain of a camera", () => {
  it("has the standard deviation that is asked for, and leaves the brightness", () => {
    for (const amount of [3, 10]) {
      const pixels = grey();
      addGrain(pixels, amount, new Random("grain", amount));
      const middle = mean(pixels);
      assert.ok(Math.abs(middle - 128) < 1, `mean ${middle}`);
      const deviation = Math.sqrt(mean(pixels, (value) => (value - middle) ** 2));
      assert.ok(Math.abs(deviation - amount) < 0.15 * amount + 0.3, `${deviation}, not ${amount}`);
    }
  });

  it("stays within black and white", () => {
    const pixels = grey().fill(255);
    addGrain(pixels, 40, new Random(1));
    assert.ok(mean(pixels) > 200 && pixels.some((value) => value < 255), "white does not turn black");
  });

  it("is the same for the same seed, and other for another", () => {
    const grained = (seed: number) => {
      const pixels = grey();
      addGrain(pixels, 5, new Random(seed));
      return pixels;
    };
    assert.deepEqual(grained(1), grained(1));
    assert.notDeepEqual(grained(1), grained(2));
  });
});

describe("a blurred picture", () => {
  it("of one colour stays as it is", () => {
    const pixels = grey();
    blur(pixels, size, new Random(1));
    assert.deepEqual(pixels, grey());
  });

  it("spreads a point along one direction above all, and keeps its light", () => {
    for (const seed of [1, 2, 3, 4]) {
      const pixels = new Uint8Array(size * size * 3);
      for (let y = 20; y < 28; y++)
        for (let x = 20; x < 28; x++) pixels.fill(255, (y * size + x) * 3, (y * size + x) * 3 + 3);
      const before = mean(pixels);
      blur(pixels, size, new Random(seed));
      assert.ok(Math.abs(mean(pixels) - before) < 0.1 * before);
      const reach = (step: number) =>
        Array.from({ length: size }, (_, i) => pixels[(24 * (step === 1 ? size : 1) + i * step) * 3]).filter(
          (value) => value > 8,
        ).length;
      const [across, down] = [reach(1), reach(size)];
      assert.ok(Math.abs(across - down) >= 2 && Math.min(across, down) > 8, `${across} and ${down}`);
    }
  });
});
