import { readFileSync } from "node:fs";
import { messageOf } from "../../contracts/messageOf.js";
import { courseFolder, type Submission, submissionsOf } from "../../course/courseFolder.js";
import { exerciseOf, isGraded, isReadByHand } from "../../exercises/exerciseCell.js";
import { feedbackNotebook } from "../../course/grading/feedback.js";
import {
  fingerprintOf,
  type GradeRecord,
  isStillGraded,
  readRecord,
  writeRecord,
} from "../../course/grading/gradeRecord.js";
import { gradeSubmission } from "../../course/grading/gradeSubmission.js";
import type { SubmissionLimits } from "../../course/grading/limits.js";
import type { CellPoints } from "../../course/pointsOfCell.js";
import { exportHtml } from "../../notebook/html/exportHtml.js";
import { type Notebook, readNotebook } from "../../notebook/notebookFile.js";
import { inOwnFolder, startGradingKernel } from "./gradingKernel.js";

export interface GradeCourseOptions {
  readonly lesson?: string;
  readonly limits: SubmissionLimits;
  /** Told after each submission. @param isNew false for one that was graded before */
  onGraded?(record: GradeRecord, isNew: boolean): void;
}

/**
 * Grades what has been handed in, one submission after the other. Each is written down before the next begins, and one
 * that was graded before, against the same lesson, is not graded again: after a crash, the same call goes on.
 */
export async function gradeCourse(
  folder: string,
  { lesson, limits, onGraded }: GradeCourseOptions,
): Promise<GradeRecord[]> {
  const records: GradeRecord[] = [];
  for (const submission of submissionsOf(folder, lesson)) {
    const lessonFile = courseFolder(folder).source(submission.lesson);
    const fingerprint = fingerprintOf(bytesOf(submission.file), readFileSync(lessonFile));
    const earlier = readRecord(courseFolder(folder).record(submission));
    const isNew = !isStillGraded(earlier, { fingerprint, limits });
    const record = isNew ? await gradeOne(folder, submission, fingerprint, limits) : earlier;
    records.push(record);
    onGraded?.(record, isNew);
  }
  return records;
}

/** Nothing for a submission that is not there: its record says so. */
function bytesOf(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch {
    return new Uint8Array();
  }
}

async function gradeOne(
  folder: string,
  submission: Submission,
  fingerprint: string,
  limits: SubmissionLimits,
): Promise<GradeRecord> {
  const lesson = await readNotebook(courseFolder(folder).source(submission.lesson));
  const { student, lesson: name } = submission;
  const about = { version: 1, student, lesson: name, fingerprint, limits } as const;
  const { executed, ...graded } = await attempt(folder, submission, lesson, limits);
  const record: GradeRecord = { ...about, ...graded };
  await writeFeedback(record, executed, courseFolder(folder).feedback(submission));
  writeRecord(courseFolder(folder).record(submission), record);
  return record;
}

/** The student's page; where the outputs of a submission cannot stand in one, a page without them. */
async function writeFeedback(record: GradeRecord, executed: Notebook, file: string): Promise<void> {
  try {
    await exportHtml(feedbackNotebook(record, executed), file);
  } catch (error) {
    const why = `The outputs cannot be shown: ${messageOf(error)}`;
    const problem = record.problem === undefined ? why : `${record.problem} ${why}`;
    await exportHtml(feedbackNotebook({ ...record, problem }, { ...executed, cells: [] }), file);
  }
}

async function attempt(folder: string, { file }: Submission, lesson: Notebook, limits: SubmissionLimits) {
  try {
    const submission = await readNotebook(file);
    return await inOwnFolder((own) =>
      gradeSubmission({ lesson, submission, limits, start: () => startGradingKernel(folder, own, limits) }),
    );
  } catch (error) {
    const problem = `It could not be graded: ${messageOf(error)}`;
    return { cells: withoutPoints(lesson), changes: [], problem, executed: { ...lesson, cells: [] } };
  }
}

/** The graded cells of a submission that cannot be read. */
function withoutPoints({ cells }: Notebook): CellPoints[] {
  return cells.filter(isGraded).map((cell) => {
    const { grade_id: gradeId, points: maxPoints = 0 } = exerciseOf(cell)!;
    if (isReadByHand(cell)) return { gradeId, points: null, maxPoints };
    return { gradeId, points: 0, maxPoints, message: "The notebook could not be read." };
  });
}
