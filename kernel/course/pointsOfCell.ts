import { viewMimeTypes } from "../contracts/viewMimeTypes.js";
import type { ExerciseCheckPayload } from "../contracts/payloads/exerciseCheck.js";
import { type NotebookCell, type NotebookOutput, wholeText } from "../notebook/notebookFile.js";
import { exerciseOf, isReadByHand, sourceOf } from "../exercises/exerciseCell.js";

/** What a graded cell is worth after it has run. */
export interface CellPoints {
  readonly gradeId: string;
  /** null for what a person must read. */
  readonly points: number | null;
  readonly maxPoints: number;
  /** What a student reads about points that are missing. */
  readonly message?: string;
}

/** Whether points come from a check, with its hidden cases or without, and not from a number that a cell has made up. */
export type KnowsSeal = (payload: ExerciseCheckPayload, isHidden: boolean) => boolean;

/**
 * The points of a graded cell, by nbgrader's rules: none after an error or text on stderr, the number that is the cell's
 * result, or else all. A cell that calls `aen.check` must show what the check has found, with its seal.
 *
 * @param isGenuine tells whether the seal fits
 */
export function pointsOfCell(cell: NotebookCell, isGenuine: KnowsSeal): CellPoints {
  const { grade_id: gradeId, points: maxPoints = 0 } = exerciseOf(cell)!;
  if (isReadByHand(cell)) return { gradeId, points: null, maxPoints };
  const outputs = cell.outputs ?? [];
  const failure = outputs.map(failureOf).find((message) => message !== undefined);
  const none = (message: string): CellPoints => ({ gradeId, points: 0, maxPoints, message });
  if (failure !== undefined) return none(failure);
  if (typeof cell.execution_count !== "number") return none("This cell did not run.");
  const result = outputs.find((output) => output.output_type === "execute_result");
  if (!isGenuineResult(cell, result, isGenuine))
    return none("The points do not come from the check: does the notebook replace `aen`, or end its kernel?");
  return {
    gradeId,
    points: Math.min(maxPoints, numberOf(result) ?? maxPoints),
    maxPoints,
    ...hintOf(result),
  };
}

function failureOf(output: NotebookOutput): string | undefined {
  if (output.output_type === "error") return output.evalue || output.ename;
  if (output.output_type === "stream" && output.name === "stderr")
    return wholeText(output.text).trim().slice(0, 300);
  return undefined;
}

function payloadOf(result: NotebookOutput | undefined): ExerciseCheckPayload | undefined {
  if (result?.output_type !== "execute_result") return undefined;
  return result.data[viewMimeTypes["exercise-check"]] as ExerciseCheckPayload | undefined;
}

/** Whether a cell that calls `aen.check` shows what this very check has found. */
function isGenuineResult(
  cell: NotebookCell,
  result: NotebookOutput | undefined,
  isGenuine: KnowsSeal,
): boolean {
  const source = sourceOf(cell);
  const called = /\baen\s*\.\s*check\s*\(\s*["'`]([^"'`]+)/.exec(source)?.[1];
  if (called === undefined) return true;
  const payload = payloadOf(result);
  if (payload?.exercise !== called || numberOf(result) !== payload.points) return false;
  return isGenuine(payload, /\bhidden\s*:\s*true\b/.test(source));
}

/** The number that a cell's result shows as text. */
function numberOf(result: NotebookOutput | undefined): number | undefined {
  if (result?.output_type !== "execute_result") return undefined;
  const text = wholeText((result.data["text/plain"] ?? "") as string).trim();
  const value = Number(text);
  return text !== "" && Number.isFinite(value) && value >= 0 ? value : undefined;
}

function hintOf(result: NotebookOutput | undefined): { message?: string } {
  const hint = payloadOf(result)?.hint;
  return hint === undefined ? {} : { message: hint };
}
