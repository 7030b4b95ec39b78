import { letterOn } from "../../figures/emotionColors.js";
import { darkTheme, lightTheme } from "../../figures/theme.js";
import { escapeHtml } from "../../notebook/html/escape.js";
import { type GradeRecord, totals } from "./gradeRecord.js";
import { type ExerciseReport, exerciseReports, hardestFirst, reportSummary } from "./report.js";

/** What is graded of a lesson. */
export interface LessonReport {
  readonly lesson: string;
  readonly records: readonly GradeRecord[];
  /** The numbers of exercises by the grade_id of their checks, such as "6.2"; what has none is shown by its grade_id. */
  readonly numbers: ReadonlyMap<string, string>;
}

/** The reports of lessons as the content of a page: a heat map for each, a row an exercise, the hardest first. */
export function reportMain(lessons: readonly LessonReport[]): string {
  return ["<h1>Which exercise failed whom</h1>", ...lessons.map(lessonSection)].join("\n");
}

/** The colours of the heat map: shares of points from none to all, light and dark. */
export function reportColors(): string {
  const rules = (shares: readonly string[]) =>
    shares
      .map((fill, level) => `.share${level} { background: ${fill}; color: ${letterOn(fill)}; }`)
      .join("\n");
  return `${rules(lightTheme.sequential)}
@media (prefers-color-scheme: dark) {
${rules(darkTheme.sequential)}
}`;
}

function lessonSection({ lesson, records, numbers }: LessonReport): string {
  const heading = `<h2>${escapeHtml(lesson)}</h2>`;
  if (records.length === 0) return `${heading}\n<p>Nothing is graded yet.</p>`;
  const weakest = [...records].sort((one, other) => totals(one).points - totals(other).points);
  const rows = hardestFirst(exerciseReports(records)).map((report) => exerciseRow(report, weakest, numbers));
  return `${heading}
<p>${reportSummary(records)}.</p>
<p class="legend">Share of an exercise's points: ${legend()} –: no result</p>
<div class="heatMap" role="region" aria-label="Points in ${escapeHtml(lesson)}" tabindex="0">
<table>
<caption>Points of each student in each exercise: the hardest exercise and the student with the fewest points first</caption>
<thead><tr>${headOf(weakest)}</tr></thead>
<tbody>
${rows.join("\n")}
</tbody>
</table>
</div>
${problemsOf(records)}`;
}

/** The colours from no point to all, with words at both ends. */
function legend(): string {
  const last = lightTheme.sequential.length - 1;
  const words = (level: number) => (level === 0 ? "none" : level === last ? "all" : "");
  return lightTheme.sequential
    .map((_, level) => `<span class="points share${level}">${words(level)}</span>`)
    .join("");
}

function headOf(records: readonly GradeRecord[]): string {
  const columns = ["exercise", "mean", "passed", "partly", "no point", "most common hint"];
  const students = records.map(
    ({ student }) => `<th scope="col" class="student"><span>${escapeHtml(student)}</span></th>`,
  );
  return [...columns.map((name) => `<th scope="col">${name}</th>`), ...students].join("");
}

function exerciseRow(
  { gradeId, mean, maxPoints, passed, partly, failed, points, hint }: ExerciseReport,
  records: readonly GradeRecord[],
  numbers: ReadonlyMap<string, string>,
): string {
  const name = escapeHtml(numbers.get(gradeId) ?? gradeId);
  const told = hint
    ? `${escapeHtml(hint.text)} <span class="times">(${hint.times} of ${points.size})</span>`
    : "";
  const cells = [`${mean.toFixed(2)} of ${maxPoints}`, passed, partly, failed.length];
  return `<tr><th scope="row">${name}</th>${cells.map((cell) => `<td class="number">${cell}</td>`).join("")}<td class="hint">${told}</td>${records.map(({ student }) => pointsCell(points.get(student), maxPoints)).join("")}</tr>`;
}

/** Points of a student, in the colour of their share: none and all have colours that no other share has. */
function pointsCell(points: number | undefined, maxPoints: number): string {
  if (points === undefined) return `<td class="points">–</td>`;
  const share = maxPoints > 0 ? points / maxPoints : 1;
  const last = lightTheme.sequential.length - 1;
  const between = Math.min(last - 1, Math.max(1, Math.round(share * last)));
  const level = share <= 0 ? 0 : share >= 1 ? last : between;
  return `<td class="points share${level}">${Math.round(points * 100) / 100}</td>`;
}

function problemsOf(records: readonly GradeRecord[]): string {
  const items = records.flatMap(({ student, problem }) =>
    problem === undefined ? [] : `<li>${escapeHtml(student)}: ${escapeHtml(problem)}</li>`,
  );
  return items.length > 0 ? `<h3>Did not run to the end</h3>\n<ul>${items.join("\n")}</ul>` : "";
}
