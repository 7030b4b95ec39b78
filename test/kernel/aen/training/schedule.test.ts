import assert from "node:assert/strict";
import fc from "fast-check";
import { learningRateAt, type Schedule } from "../../../../kernel/aen/training/schedule.js";

describe("the learning rate", () => {
  const near = (actual: number, expected: number) =>
    assert.ok(Math.abs(actual - expected) < 1e-8, `${actual}, not ${expected}`);

  it("stays where it is when it is constant", () => {
    for (const epoch of [0, 1.5, 99])
      assert.equal(learningRateAt({ kind: "constant" }, 0.3, epoch, 100), 0.3);
  });

  it("falls as published to a tenth at epoch 40 and a hundredth at 80, not a step before", () => {
    const published: Schedule = { kind: "step", every: 40, factor: 0.1 };
    for (const [epoch, rate] of [
      [0, 0.01],
      [39.99, 0.01],
      [40, 0.001],
      [80, 0.0001],
    ]) {
      near(learningRateAt(published, 0.01, epoch, 200), rate);
    }
  });

  it("falls along half a cosine: to half way between peak and floor in the middle, to the floor at the end", () => {
    const cosine: Schedule = { kind: "cosine", floor: 0.2 };
    near(learningRateAt(cosine, 1, 0, 10), 1);
    near(learningRateAt(cosine, 1, 5, 10), 0.6);
    near(learningRateAt(cosine, 1, 10, 10), 0.2);
    near(learningRateAt({ kind: "cosine" }, 1, 10 / 3, 10), 0.75); // cos 60 degrees is a half
  });

  it("rises evenly while warming up, and the cosine begins after that", () => {
    const warm: Schedule = { kind: "cosine", warmUp: 2 };
    near(learningRateAt(warm, 0.4, 0.5, 12), 0.1);
    near(learningRateAt(warm, 0.4, 2, 12), 0.4);
    near(learningRateAt(warm, 0.4, 7, 12), 0.2);
    assert.ok(learningRateAt(warm, 0.4, 0, 12) > 0, "the first step is a step");
  });

  it("lies between 0 and its peak, whatever the epoch and the length, also when all is warm-up", () => {
    const kinds = fc.constantFrom("constant", "step", "cosine");
    const property = fc.property(
      kinds,
      fc.nat(5),
      fc.nat(20),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (...args) => {
        const [kind, warmUp, epochs, share] = args;
        const schedule = { kind, warmUp, every: 3, factor: 0.5 } as Schedule;
        const rate = learningRateAt(schedule, 0.1, share * epochs, epochs);
        assert.ok(rate >= 0 && rate <= 0.1 + 1e-12, `${rate}`);
      },
    );
    fc.assert(property, { numRuns: 200 });
  });
});
