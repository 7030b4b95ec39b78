import assert from "node:assert/strict";
import { checkCases, type ValueKind } from "../../../../kernel/aen/course/referenceCheck.js";

describe("the comparison of an answer with its reference", () => {
  const called: number[] = [];
  const numbers: ValueKind<number> = {
    call(answer, [input]) {
      called.push(input as number);
      const value = (answer as (given: number) => number)(input as number);
      return Number.isNaN(value) ? { hint: "NaN" } : { value };
    },
    same: (value, expected) => value === expected,
    otherwise: (value) => (value < 0 ? "negative" : undefined),
  };
  const reference = {
    reference: (input: number) => input * 2,
    mistakes: [
      { hint: "squared", value: (input: number) => input ** 2 },
      { hint: "also squared", value: (input: number) => input * input },
    ],
    hint: "double it",
  };
  const found = (answer: (given: number) => number, cases: [number][] = [[3], [5]]) =>
    checkCases(numbers, reference, answer, cases);
  beforeEach(() => (called.length = 0));

  it("is right where all cases are, and where there are none", () => {
    assert.deepEqual(
      found((input) => input + input),
      { share: 1 },
    );
    assert.deepEqual(called, [3, 5]);
    assert.deepEqual(
      found(() => 0, []),
      { share: 1 },
    );
  });

  it("ends at the first case that is not right", () => {
    assert.deepEqual(
      found((input) => (input === 3 ? 7 : 10)),
      { share: 0, hint: "double it" },
    );
    assert.deepEqual(called, [3]);
  });

  it("tells why there is nothing to compare, or else the first mistake that fits, or else what the kind knows", () => {
    const hints = [() => NaN, (input: number) => input ** 2, () => -1, () => 7].map(
      (answer) => found(answer).hint,
    );
    assert.deepEqual(hints, ["NaN", "squared", "negative", "double it"]);
  });
});
