import { isWithin, worst, type Deviation } from "./deviation.js";

/** Summary of the records of one group. */
export interface GroupSummary {
  readonly group: string;
  readonly records: number;
  readonly outside: number;
  /** The largest deviation, and its location. */
  readonly largest: number;
  readonly record: string;
  /** The largest deviation as a fraction of its tolerance; below 1 the group passes. */
  readonly share: number;
}

/** One line per group of records, in the order of the file. */
export function summarizeDeviations(deviations: readonly Deviation[]): GroupSummary[] {
  const groups = [...new Set(deviations.map(({ group }) => group))];
  return groups.map((group) =>
    summarizeGroup(
      group,
      deviations.filter((one) => one.group === group),
    ),
  );
}

function summarizeGroup(group: string, deviations: readonly Deviation[]): GroupSummary {
  const largest = worst(deviations.map(({ deviation }) => deviation));
  const holder = deviations.find(({ deviation }) => Object.is(deviation, largest)) ?? deviations[0];
  const shares = deviations.map(({ deviation, tolerance }) => (deviation === 0 ? 0 : deviation / tolerance));
  return {
    group,
    records: deviations.length,
    outside: deviations.filter((one) => !isWithin(one)).length,
    largest,
    record: holder.record,
    share: worst(shares),
  };
}

/** The table that `aen parity` prints. */
export function parityTable(summaries: readonly GroupSummary[]): string {
  const rows = summaries.map(({ group, records, outside, largest, share, record }) => [
    group,
    String(records),
    outside === 0 ? "all" : `${records - outside}`,
    largest === 0 ? "0" : largest.toExponential(1),
    `${(100 * share).toFixed(1)} %`,
    record,
  ]);
  const head = ["records", "count", "within", "largest", "of tolerance", "where"];
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column].length)));
  const line = (row: string[]) =>
    row
      .map((cell, column) => (isNumber(column) ? cell.padStart(widths[column]) : cell.padEnd(widths[column])))
      .join("  ")
      .trimEnd();
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n");
}

function isNumber(column: number): boolean {
  return column >= 1 && column <= 4;
}
