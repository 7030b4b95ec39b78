/**
 * p values of a family of tests, each corrected for their number (Holm 1979, "A simple sequentially rejective multiple
 * test procedure"): the probability of one false finding or more among all stays below the level, whatever the tests'
 * dependence.
 * @param p `[tests]`, 0..1; the answer has the same order
 */
export function holm(p: readonly number[]): number[] {
  const corrected = new Array<number>(p.length);
  const order = [...p.keys()].sort((a, b) => p[a] - p[b]);
  let largest = 0;
  order.forEach((test, rank) => {
    largest = Math.max(largest, Math.min(1, (p.length - rank) * p[test]));
    corrected[test] = largest;
  });
  return corrected;
}
