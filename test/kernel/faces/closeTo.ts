import assert from "node:assert/strict";

/** Numbers agree to a share of the largest of them. */
export function assertCloseTo(actual: ArrayLike<number>, expected: ArrayLike<number>, share = 1e-3): void {
  assert.equal(actual.length, expected.length, "as many numbers");
  const largest = Array.from(expected, Math.abs).reduce((a, b) => Math.max(a, b));
  for (let i = 0; i < expected.length; i++) {
    const off = Math.abs(actual[i] - expected[i]);
    assert.ok(off <= share * largest, `number ${i} is ${actual[i]}, expected ${expected[i]}`);
  }
}
