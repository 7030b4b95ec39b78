/**
 * Checks a seed. NaN and the infinities would draw alike, as one more seed that nobody chose.
 * @throws RangeError for a number that is not finite
 */
export function requireSeed(seed: number | string): void {
  if (typeof seed !== "number" || Number.isFinite(seed)) return;
  throw new RangeError(`"seed" must be a number that is finite, got ${seed}.`);
}
