import { type GradeRecord, totals } from "./gradeRecord.js";

/** How the students of a lesson did in one exercise. */
export interface ExerciseReport {
  readonly gradeId: string;
  readonly maxPoints: number;
  readonly mean: number;
  readonly passed: number;
  readonly partly: number;
  /** Who has no point. */
  readonly failed: readonly string[];
}

/** Exercise by exercise, in the lesson's order; what a person reads is left out. */
export function exerciseReports(records: readonly GradeRecord[]): ExerciseReport[] {
  const ids = [...new Set(records.flatMap(({ cells }) => cells.map(({ gradeId }) => gradeId)))];
  return ids.flatMap((gradeId) => {
    const results = records.flatMap(({ student, cells }) =>
      cells
        .filter((cell) => cell.gradeId === gradeId && cell.points !== null)
        .map((cell) => ({ student, ...cell })),
    );
    if (results.length === 0) return [];
    const reached = results.map(({ points }) => points!);
    return [
      {
        gradeId,
        maxPoints: results[0].maxPoints,
        mean: reached.reduce((a, b) => a + b, 0) / reached.length,
        passed: results.filter(({ points, maxPoints }) => points! >= maxPoints).length,
        partly: results.filter(({ points, maxPoints }) => points! > 0 && points! < maxPoints).length,
        failed: results.filter(({ points }) => points === 0).map(({ student }) => student),
      },
    ];
  });
}

/** The report of one lesson as text. */
export function reportText(lesson: string, records: readonly GradeRecord[]): string {
  const reached = records.map((record) => totals(record).points);
  const mean = reached.reduce((a, b) => a + b, 0) / Math.max(1, reached.length);
  const of = Math.max(0, ...records.map((record) => totals(record).of));
  const lines = exerciseReports(records).map(
    ({ gradeId, mean: points, maxPoints, passed, partly, failed }) =>
      `  ${gradeId}: mean ${points.toFixed(2)} of ${maxPoints}; ${passed} passed, ${partly} partly, ${failed.length} without a point` +
      (failed.length > 0 ? ` (${failed.join(", ")})` : ""),
  );
  const problems = records
    .filter(({ problem }) => problem !== undefined)
    .map(({ student, problem }) => `  ${student}: ${problem}`);
  return [
    `${lesson}: ${records.length} ${records.length === 1 ? "submission" : "submissions"}, mean ${mean.toFixed(2)} of ${of} points`,
    ...lines,
    ...(problems.length > 0 ? ["Did not run to the end:", ...problems] : []),
  ].join("\n");
}
