/** A whole number as tables write it: "3", "-1", and "3.0" where a spreadsheet kept a column as decimals; else null. */
export function wholeNumber(text: string): number | null {
  return /^-?\d+(\.0*)?$/.test(text) ? Number(text) : null;
}
