/** The pixels of one row of FER2013, all of one grey. */
export function pixels(grey: number): string {
  return new Array(48 * 48).fill(grey).join(" ");
}
