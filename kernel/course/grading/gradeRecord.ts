import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { productVersion } from "../../files/packageRoot.js";
import { sha256 } from "../../files/sha256.js";
import { writeAtomically } from "../../files/writeAtomically.js";
import type { CellChange } from "../../exercises/changedCells.js";
import type { CellPoints } from "../pointsOfCell.js";
import type { SubmissionLimits } from "./limits.js";

/** What is kept of a graded submission, so that grading can be resumed. */
export interface GradeRecord {
  readonly version: 1;
  readonly student: string;
  readonly lesson: string;
  /** Of the submission's and the lesson's bytes, and of this product's version. */
  readonly fingerprint: string;
  /** Those that it was graded under. */
  readonly limits: SubmissionLimits;
  readonly cells: readonly CellPoints[];
  readonly changes: readonly CellChange[];
  readonly problem?: string;
}

/** Tells whether a submission is the one that was graded, against the same lesson and by the same checks. */
export function fingerprintOf(submission: Uint8Array, lesson: Uint8Array): string {
  return sha256(sha256(submission), sha256(lesson), productVersion);
}

/** Whether a record still holds. One whose submission met a limit, or could not run, holds under the same limits only. */
export function isStillGraded(
  record: GradeRecord | undefined,
  { fingerprint, limits }: Pick<GradeRecord, "fingerprint" | "limits">,
): record is GradeRecord {
  if (record?.fingerprint !== fingerprint) return false;
  return record.problem === undefined || isDeepStrictEqual(record.limits, limits);
}

/** A record that is whole; undefined for one that is missing or damaged, which is graded again. */
export function readRecord(file: string): GradeRecord | undefined {
  try {
    const record = JSON.parse(readFileSync(file, "utf8")) as Partial<GradeRecord> | null;
    const isWhole = record?.version === 1 && Array.isArray(record.cells) && Array.isArray(record.changes);
    return isWhole ? (record as GradeRecord) : undefined;
  } catch {
    return undefined;
  }
}

export function writeRecord(file: string, record: GradeRecord): void {
  writeAtomically(file, `${JSON.stringify(record, null, 1)}\n`);
}

/** Points that checks have given, of how many, and how many a person is still to give. */
export function totals({ cells }: Pick<GradeRecord, "cells">): {
  points: number;
  of: number;
  byHand: number;
} {
  const sum = (values: number[]) => Math.round(100 * values.reduce((a, b) => a + b, 0)) / 100;
  const checked = cells.filter(({ points }) => points !== null);
  return {
    points: sum(checked.map(({ points }) => points!)),
    of: sum(checked.map(({ maxPoints }) => maxPoints)),
    byHand: sum(cells.filter(({ points }) => points === null).map(({ maxPoints }) => maxPoints)),
  };
}
