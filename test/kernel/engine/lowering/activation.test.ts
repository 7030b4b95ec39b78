import assert from "node:assert/strict";
import { activated, type FusedAttributes } from "../../../../kernel/engine/lowering/activation.js";
import { NotSupported } from "../../../../kernel/engine/lowering/lowering.js";
import { Numbers, operatorsOf } from "../ir/evaluate.js";

const given = [-3, -0.5, 0, 0.5, 7];

const formulas: Record<string, (x: number) => number> = {
  linear: (x) => x,
  relu: (x) => Math.max(0, x),
  relu6: (x) => Math.min(6, Math.max(0, x)),
  elu: (x) => (x < 0 ? Math.exp(x) - 1 : x),
  leakyrelu: (x) => (x < 0 ? 0.2 * x : x),
  sigmoid: (x) => 1 / (1 + Math.exp(-x)),
};

async function valuesOf(attributes: FusedAttributes): Promise<number[]> {
  const numbers = new Numbers();
  const x = numbers.input(Float32Array.from(given));
  return (await numbers.of(activated(x, {}, attributes))).numbers;
}

describe("the activation of a fused kernel", () => {
  for (const [activation, formula] of Object.entries(formulas)) {
    it(`${activation} is its formula`, async () => {
      (await valuesOf({ activation })).forEach((value, i) =>
        assert.ok(Math.abs(value - formula(given[i])) < 1e-6, `${value} at ${given[i]}`),
      );
    });
  }

  it("leakyrelu takes the slope that is given", async () => {
    const [first] = await valuesOf({ activation: "leakyrelu", leakyreluAlpha: 0.5 });
    assert.equal(first, -1.5);
  });

  it("prelu takes a slope for each element", async () => {
    const numbers = new Numbers();
    const x = numbers.input(Float32Array.of(-2, -2, 4));
    const preluActivationWeights = numbers.input(Float32Array.of(0.5, 0.25, 9));
    const value = activated(x, { preluActivationWeights }, { activation: "prelu" });
    assert.deepEqual((await numbers.of(value)).numbers, [-1, -0.5, 4]);
  });

  it("comes after the bias", async () => {
    const numbers = new Numbers();
    const x = numbers.input(Float32Array.of(-1, -1));
    const bias = numbers.input(Float32Array.of(3, -3));
    assert.deepEqual((await numbers.of(activated(x, { bias }, { activation: "relu" }))).numbers, [2, 0]);
  });

  it("is absent where none is named, and refused by name where it is unknown", () => {
    const x = new Numbers().range(2);
    assert.deepEqual(operatorsOf(activated(x, {}, {})), []);
    assert.throws(
      () => activated(x, {}, { activation: "swish" }),
      (error) => error instanceof NotSupported && /"swish"/.test(error.message),
    );
  });
});
