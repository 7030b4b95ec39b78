import { messageOf } from "../../contracts/messageOf.js";
import type { Notebook, NotebookCell } from "../../notebook/notebookFile.js";
import { type CellFailure, runNotebook } from "../../notebook/runNotebook.js";
import { isGraded } from "../../exercises/exerciseCell.js";
import { type CellChange, changedCells } from "../../exercises/changedCells.js";
import { restoreCells } from "../lockedCells.js";
import { type CellPoints, pointsOfCell } from "../pointsOfCell.js";
import { gradedLesson, releaseLesson } from "../releaseLesson.js";
import { type SubmissionKernel, type SubmissionLimits, watchMemory } from "./limits.js";
import { newSeal } from "./newSeal.js";
import { outputLimitError, withOutputLimit } from "./outputLimit.js";

export interface GradedSubmission {
  readonly cells: readonly CellPoints[];
  /** What the student has done to fixed cells; they were restored. */
  readonly changes: readonly CellChange[];
  /** Why not all cells ran to their end: what failed, or which limit was met; undefined where they did. */
  readonly problem?: string;
  /** As it has run. */
  readonly executed: Notebook;
}

export interface GradeOptions {
  /** The lecturer's lesson, with solutions and hidden tests. */
  readonly lesson: Notebook;
  readonly submission: Notebook;
  readonly limits: SubmissionLimits;
  /** Starts a kernel for this submission alone. */
  start(): Promise<SubmissionKernel>;
}

/**
 * Runs a submission again, with its fixed cells restored and the hidden tests added, and reads the points of its graded
 * cells. Whatever the submission does, it costs no more than its own points.
 */
export async function gradeSubmission({
  lesson,
  submission,
  limits,
  start,
}: GradeOptions): Promise<GradedSubmission> {
  const changes = changedCells(submission.cells, releaseLesson(lesson, "the lesson").cells);
  const toRun = restoreCells(submission, gradedLesson(lesson, "the lesson"));
  const seal = newSeal();
  const { executed, problem } = await run(toRun, { limits, start, firstCell: seal.cell });
  const cells = executed.cells.filter(isGraded).map((cell) => pointsOfCell(cell, seal.isGenuine));
  return { cells, changes, executed, ...(problem === undefined ? {} : { problem }) };
}

interface RunOptions extends Pick<GradeOptions, "limits" | "start"> {
  readonly firstCell: string;
}

async function run(
  notebook: Notebook,
  { limits, start, firstCell }: RunOptions,
): Promise<{ executed: Notebook; problem?: string }> {
  let kernel: SubmissionKernel | undefined;
  let latest = notRun(notebook);
  try {
    kernel = await start();
    const isOverMemory = watchMemory(kernel, limits);
    try {
      await kernel.execute(firstCell, { onOutput: () => {} });
      const { failures } = await runNotebook(notebook, withOutputLimit(kernel, limits), {
        allowErrors: true,
        timeout: limits.cellSeconds,
        totalTimeout: limits.totalSeconds,
        onProgress: (executed) => void (latest = executed),
      });
      const problem = problemOf(failures, latest, isOverMemory());
      return { executed: latest, ...(problem === undefined ? {} : { problem }) };
    } finally {
      isOverMemory();
    }
  } catch (error) {
    return { executed: latest, problem: `It could not be run: ${messageOf(error)}` };
  } finally {
    kernel?.kill();
  }
}

/** The first cell that ended the run or met a limit. An error of the student's own code is none of them. */
function problemOf(
  failures: readonly CellFailure[],
  executed: Notebook,
  isOverMemory: boolean,
): string | undefined {
  const metLimit = new Set(executed.cells.filter(hasTooMuchOutput).map(({ id }) => id));
  const failure =
    failures.find(({ status }) => status === "lost") ??
    failures.find(({ status, cell }) => status === "timeout" || metLimit.has(cell.id));
  if (!failure) return undefined;
  const reason = isOverMemory ? "took more memory than it may, and was ended" : failure.reason;
  return `Cell ${failure.number} of ${failure.of} ${reason}`;
}

function hasTooMuchOutput({ outputs = [] }: NotebookCell): boolean {
  return outputs.some((output) => output.output_type === "error" && output.ename === outputLimitError);
}

/** Without the outputs that came with the submission. */
function notRun(notebook: Notebook): Notebook {
  const cells = notebook.cells.map((cell) =>
    cell.cell_type === "code" ? { ...cell, outputs: [], execution_count: null } : cell,
  );
  return { ...notebook, cells };
}
