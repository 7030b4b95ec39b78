/** A rate from 0 to 1 as the boards format it: "14.3 %". */
export function percent(rate: number): string {
  return `${(100 * rate).toFixed(1)} %`;
}
