/**
 * Holm's step-down correction (Holm 1979) of p values for being several: the chance that any true null
 * hypothesis among them falls below a level is at most that level.
 * @returns the corrected values in the order given
 */
export function holm(pValues: readonly number[]): number[] {
  const ascending = pValues.map((_, index) => index).sort((a, b) => pValues[a] - pValues[b]);
  const corrected = new Array<number>(pValues.length);
  let largest = 0;
  ascending.forEach((index, rank) => {
    largest = Math.max(largest, Math.min(1, pValues[index] * (pValues.length - rank)));
    corrected[index] = largest;
  });
  return corrected;
}
