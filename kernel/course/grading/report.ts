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
  /** Of each student with a result. */
  readonly points: ReadonlyMap<string, number>;
  /** What students without all points were told most often, and how often; of equals, what came first. */
  readonly hint?: { readonly text: string; readonly times: number };
}

/** Exercise by exercise, in the lesson's order; what a person reads is left out. */
export function exerciseReports(records: readonly GradeRecord[]): ExerciseReport[] {
  const ids = [...new Set(records.flatMap(({ cells }) => cells.map(({ gradeId }) => gradeId)))];
  return ids.flatMap((gradeId) => {
    const results = resultsOf(records, gradeId);
    return results.length === 0 ? [] : [reportOf(gradeId, results)];
  });
}

/** The hardest exercise first: the one of whose points students have the smallest share. */
export function hardestFirst(reports: readonly ExerciseReport[]): ExerciseReport[] {
  const share = ({ mean, maxPoints }: ExerciseReport) => (maxPoints > 0 ? mean / maxPoints : 1);
  return [...reports].sort((one, other) => share(one) - share(other));
}

/** What a student has reached in an exercise. */
interface Result {
  readonly student: string;
  readonly points: number;
  readonly maxPoints: number;
  readonly message?: string;
}

function resultsOf(records: readonly GradeRecord[], gradeId: string): Result[] {
  return records.flatMap(({ student, cells }) =>
    cells.flatMap(({ gradeId: id, points, maxPoints, message }) =>
      id === gradeId && points !== null ? [{ student, points, maxPoints, message }] : [],
    ),
  );
}

function reportOf(gradeId: string, results: readonly Result[]): ExerciseReport {
  const missing = results.filter(({ points, maxPoints }) => points < maxPoints);
  const hint = mostCommon(missing.flatMap(({ message }) => message ?? []));
  return {
    gradeId,
    maxPoints: results[0].maxPoints,
    mean: results.reduce((sum, { points }) => sum + points, 0) / results.length,
    passed: results.length - missing.length,
    partly: missing.filter(({ points }) => points > 0).length,
    failed: missing.filter(({ points }) => points === 0).map(({ student }) => student),
    points: new Map(results.map(({ student, points }) => [student, points])),
    ...(hint ? { hint } : {}),
  };
}

function mostCommon(texts: readonly string[]): ExerciseReport["hint"] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  const [first] = [...counts].sort(([, one], [, other]) => other - one);
  return first && { text: first[0], times: first[1] };
}

/** "2 submissions, mean 1.25 of 4 points" */
export function reportSummary(records: readonly GradeRecord[]): string {
  const reached = records.map((record) => totals(record).points);
  const mean = reached.reduce((a, b) => a + b, 0) / Math.max(1, reached.length);
  const of = Math.max(0, ...records.map((record) => totals(record).of));
  const submissions = records.length === 1 ? "submission" : "submissions";
  return `${records.length} ${submissions}, mean ${mean.toFixed(2)} of ${of} points`;
}

/** The report of one lesson as text. */
export function reportText(lesson: string, records: readonly GradeRecord[]): string {
  const lines = exerciseReports(records).map(
    ({ gradeId, mean: points, maxPoints, passed, partly, failed }) =>
      `  ${gradeId}: mean ${points.toFixed(2)} of ${maxPoints}; ${passed} passed, ${partly} partly, ${failed.length} without a point` +
      (failed.length > 0 ? ` (${failed.join(", ")})` : ""),
  );
  const problems = records
    .filter(({ problem }) => problem !== undefined)
    .map(({ student, problem }) => `  ${student}: ${problem}`);
  return [
    `${lesson}: ${reportSummary(records)}`,
    ...lines,
    ...(problems.length > 0 ? ["Did not run to the end:", ...problems] : []),
  ].join("\n");
}
