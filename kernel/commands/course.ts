import { type Command, InvalidArgumentError } from "commander";
import type { LessonReport } from "../course/grading/reportPage.js";
import type { ShownSolutions } from "../course/releaseLesson.js";
import { tellingErrors } from "./userErrors.js";

interface ReleaseCommandOptions {
  folder: string;
  showSolutions?: string | true;
}

interface GradeCommandOptions {
  out: string;
  lesson?: string;
  cellSeconds: number;
  totalSeconds: number;
  memory: number;
}

/** `aen course`: lessons for students, and grades for what they hand in. */
export function register(program: Command): void {
  const course = program.command("course").description("teach with AEN: lessons, exercises, grades");
  course
    .command("new")
    .description("make a course: copies the lessons, with nbgrader's configuration")
    .argument("<folder>", "a folder that does not exist yet, or is empty")
    .action((folder: string) => tellingErrors(() => newCourse(folder)));
  course
    .command("release")
    .description("write the students' version of a lesson: no solutions, no hidden tests")
    .argument("<lesson>", "a lesson in source/, such as lesson-6")
    .option("--folder <folder>", "the course", ".")
    .option(
      "--show-solutions [numbers]",
      'let students see solutions: all, or of exercises such as "6.1,6.2"',
    )
    .action((lesson: string, { folder, showSolutions }: ReleaseCommandOptions) =>
      tellingErrors(() => release(folder, lesson, showSolutions)),
    );
  withGradeOptions(course.command("grade"));
  course
    .command("report")
    .description("tell which exercise failed whom, from what was graded")
    .argument("<folder>", "the course")
    .option("--html <file>", "write it as a page: points of each student in each exercise, the hardest first")
    .action((folder: string, { html }: { html?: string }) => tellingErrors(() => report(folder, html)));
  course
    .command("restore")
    .description("put locked cells that were changed or deleted back as they were handed out")
    .argument("<notebook>", "a student's notebook; it keeps its answers")
    .requiredOption("--from <released>", "the lesson as it was handed out")
    .action((notebook: string, { from }: { from: string }) => tellingErrors(() => restore(notebook, from)));
}

function withGradeOptions(command: Command): void {
  command
    .description("run what students have handed in again, and write their points and feedback")
    .argument("<folder>", "the course, with submitted/STUDENT/LESSON/LESSON.ipynb")
    .option("--out <file>", "where to write the points, as CSV", "grades.csv")
    .option("--lesson <lesson>", "this lesson alone")
    .option("--cell-seconds <seconds>", "time limit for each cell", positive, 60)
    .option("--total-seconds <seconds>", "time limit for each submission", positive, 600)
    .option("--memory <MiB>", "memory limit for each submission", positive, 3072)
    .action((folder: string, options: GradeCommandOptions) => tellingErrors(() => grade(folder, options)));
}

function positive(value: string): number {
  const number = Number(value);
  if (!(number > 0)) throw new InvalidArgumentError("expected a number above 0");
  return number;
}

async function newCourse(folder: string): Promise<void> {
  const { copyCourse } = await import("./course/copyCourse.js");
  const lessons = copyCourse(folder);
  console.log(
    `Made ${folder} with ${lessons.join(", ")}. Read ${folder}/README.md, then: aen course release ${lessons[0]} --folder ${folder}`,
  );
}

async function release(folder: string, lesson: string, shown?: string | true): Promise<void> {
  const { courseFolder, lessonsOf } = await import("../course/courseFolder.js");
  const { pointsOfLesson, releaseLesson } = await import("../course/releaseLesson.js");
  const { readNotebook, writeNotebook } = await import("../notebook/notebookFile.js");
  const lessons = lessonsOf(folder);
  if (!lessons.includes(lesson))
    throw new Error(`There is no lesson "${lesson}" in ${folder}/source; there are: ${lessons.join(", ")}.`);
  const [source, released] = [courseFolder(folder).source(lesson), courseFolder(folder).released(lesson)];
  const notebook = await readNotebook(source);
  await writeNotebook(released, releaseLesson(notebook, source, shownSolutions(shown)));
  const { checked, byHand } = pointsOfLesson(notebook);
  console.log(`Wrote ${released}: ${checked} points by checks, ${byHand} by hand.`);
}

/** @param given true for all, numbers with commas between them, or nothing */
function shownSolutions(given: string | true | undefined): ShownSolutions {
  if (given === true) return "all";
  return (given ?? "").split(",").flatMap((number) => number.trim() || []);
}

async function grade(folder: string, options: GradeCommandOptions): Promise<void> {
  const { usualLimits } = await import("../course/grading/limits.js");
  const { totals } = await import("../course/grading/gradeRecord.js");
  const { gradesTable } = await import("../course/grading/gradesTable.js");
  const { writeAtomically } = await import("../files/writeAtomically.js");
  const { gradeCourse } = await import("./course/gradeCourse.js");
  const { confinementHere } = await import("./course/gradingKernel.js");
  const { holds, doesNotHold } = await confinementHere(folder);
  console.log(["Held:", ...holds, "Not held:", ...doesNotHold].map(indented).join("\n"));
  const { cellSeconds, totalSeconds, memory, lesson, out } = options;
  const limits = { ...usualLimits, cellSeconds, totalSeconds, memory: memory * 2 ** 20 };
  const records = await gradeCourse(folder, {
    ...{ lesson, limits },
    onGraded: (record, isNew) => {
      const { points, of } = totals(record);
      const told = record.problem ?? (isNew ? "" : "graded before");
      console.log(`${record.student}, ${record.lesson}: ${points} of ${of}${told ? ` (${told})` : ""}`);
    },
  });
  writeAtomically(out, gradesTable(records));
  console.log(`Wrote ${out}; feedback is in ${folder}/feedback.`);
}

function indented(line: string): string {
  return line.endsWith(":") ? line : `  ${line}`;
}

async function report(folder: string, html?: string): Promise<void> {
  const { courseFolder, lessonsOf, submissionsOf } = await import("../course/courseFolder.js");
  const { readRecord } = await import("../course/grading/gradeRecord.js");
  const { reportText } = await import("../course/grading/report.js");
  const graded = lessonsOf(folder).map((lesson) => {
    const records = submissionsOf(folder, lesson).map((each) => courseFolder(folder).record(each));
    return { lesson, records: records.flatMap((file) => readRecord(file) ?? []) };
  });
  for (const { lesson, records } of graded)
    console.log(
      records.length > 0
        ? reportText(lesson, records)
        : `${lesson}: nothing is graded yet. Run: aen course grade ${folder}`,
    );
  if (html !== undefined) await writePage(folder, graded, html);
}

async function writePage(
  folder: string,
  graded: Omit<LessonReport, "numbers">[],
  file: string,
): Promise<void> {
  const { courseFolder } = await import("../course/courseFolder.js");
  const { writeReport } = await import("../course/grading/writeReport.js");
  const { exercisesIn } = await import("../exercises/exercises.js");
  const { readNotebook } = await import("../notebook/notebookFile.js");
  const reports = graded.map(async ({ lesson, records }) => {
    const { cells } = await readNotebook(courseFolder(folder).source(lesson));
    const numbers = exercisesIn(cells).map(({ check = "", number = check }) => [check, number] as const);
    return { lesson, records, numbers: new Map(numbers) };
  });
  await writeReport(await Promise.all(reports), file);
  console.log(`Wrote ${file}.`);
}

async function restore(file: string, from: string): Promise<void> {
  const { changedCells } = await import("../exercises/changedCells.js");
  const { restoreCells } = await import("../course/lockedCells.js");
  const { readNotebook, writeNotebook } = await import("../notebook/notebookFile.js");
  const [notebook, released] = [await readNotebook(file), await readNotebook(from)];
  const changes = changedCells(notebook.cells, released.cells);
  if (changes.length === 0) return console.log(`${file}: all locked cells are as they were handed out.`);
  await writeNotebook(file, restoreCells(notebook, released));
  for (const { gradeId, change } of changes)
    console.log(`${gradeId}: ${change}; it is as it was handed out again.`);
}
