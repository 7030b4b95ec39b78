/** A rate from 0 to 1 in words, "14.3 %"; a dash for NaN, a figure that there is not. */
export function percent(rate: number): string {
  return Number.isNaN(rate) ? "–" : `${(100 * rate).toFixed(1)} %`;
}
