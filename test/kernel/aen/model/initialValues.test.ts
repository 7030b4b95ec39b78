import assert from "node:assert/strict";
import { initialValues } from "../../../../kernel/aen/model/initialValues.js";
import type { Initialisation, Parameter } from "../../../../kernel/aen/model/parameterList.js";

const parameter = (initialisation: Initialisation, name = "some.weight"): Parameter => ({
  ...{ name, initialisation, shape: [100, 100], trainable: true },
});
const mean = (values: Float32Array, of = (value: number) => value) =>
  values.reduce((sum, value) => sum + of(value), 0) / values.length;

describe("start values", () => {
  it("that are constant fill the shape", () => {
    const values = initialValues(parameter({ law: "constant", value: 0.5 }), 1);
    assert.equal(values.length, 10_000);
    assert.ok(values.every((value) => value === 0.5));
  });

  it("that are uniform stay within their limit and reach it: variance limit²/3", () => {
    const values = initialValues(parameter({ law: "uniform", limit: 0.2 }), 1);
    assert.ok(values.every((value) => Math.abs(value) <= 0.2));
    assert.ok(Math.abs(mean(values)) < 0.005);
    assert.ok(Math.abs(mean(values, (value) => value * value) - 0.04 / 3) < 0.0005);
  });

  it("that are normal have their deviation", () => {
    const values = initialValues(parameter({ law: "normal", deviation: 3 }), 1);
    assert.ok(Math.abs(mean(values)) < 0.1);
    assert.ok(Math.abs(mean(values, (value) => value * value) - 9) < 0.4);
  });

  it("are the same for the same seed and name, and unrelated for others", () => {
    const draw = (seed: number, name: string) =>
      initialValues(parameter({ law: "normal", deviation: 1 }, name), seed);
    const one = draw(1, "a");
    assert.deepEqual(draw(1, "a"), one);
    for (const other of [draw(2, "a"), draw(1, "b")]) {
      const correlation = one.reduce((sum, value, i) => sum + value * other[i], 0) / one.length;
      assert.ok(Math.abs(correlation) < 0.05, `${correlation}`);
    }
  });
});
