/** One line of a CSV table (RFC 4180 quoting), with its end; null is an empty cell, which pandas and R read as missing. */
export function csvLine(cells: readonly (string | null)[]): string {
  return `${cells.map((cell) => quoted(cell ?? "")).join(",")}\n`;
}

function quoted(cell: string): string {
  return /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** A number with a fixed count of decimals; an empty cell where it is not finite. */
export function decimals(value: number | null | undefined, digits: number): string | null {
  return Number.isFinite(value) ? value!.toFixed(digits) : null;
}
