import { type GradeRecord, totals } from "./gradeRecord.js";

/**
 * The grades as CSV (RFC 4180), a row per student and lesson, a column per graded cell. Cells that a spreadsheet would run
 * as a formula are prefixed with an apostrophe.
 */
export function gradesTable(records: readonly GradeRecord[]): string {
  const ids = [...new Set(records.flatMap(({ cells }) => cells.map(({ gradeId }) => gradeId)))];
  const head = ["student", "lesson", "points", "of", "by hand", "problem", "restored cells", ...ids];
  const rows = records.map((record) => {
    const { points, of, byHand } = totals(record);
    const pointsOf = (id: string) => record.cells.find(({ gradeId }) => gradeId === id)?.points ?? "";
    const restored = record.changes.map(({ gradeId, change }) => `${gradeId} ${change}`).join("; ");
    return [
      record.student,
      record.lesson,
      points,
      of,
      byHand,
      record.problem ?? "",
      restored,
      ...ids.map(pointsOf),
    ];
  });
  return [head, ...rows].map((row) => `${row.map(csvCell).join(",")}\r\n`).join("");
}

function csvCell(value: string | number): string {
  if (typeof value === "number") return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
