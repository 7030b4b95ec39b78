import { unpackedPayload } from "../contracts/packedPayload.js";
import type { ExerciseCheckPayload } from "../contracts/payloads/exerciseCheck.js";
import { viewMimeTypes } from "../contracts/viewMimeTypes.js";

/** What a check cell shows: outputs by MIME type, and whether it ended in an error. */
export interface CheckOutcome {
  readonly hasRun: boolean;
  readonly outputs: readonly Readonly<Record<string, unknown>>[];
  /** The message of the error that it ended in. */
  readonly error?: string;
}

/** How an exercise stands: "open" before its check has run. */
export interface ExerciseState {
  readonly state: "open" | "passed" | "partly" | "failed";
  /** Reached, where the check has told. */
  readonly points?: number;
  /** What to look at next. */
  readonly hint?: string;
}

/** How an exercise stands by what its check cell shows: what `aen.check` has found, or else whether it ended in an error. */
export function exerciseState({ hasRun, outputs, error }: CheckOutcome): ExerciseState {
  const found = outputs.map(checkIn).filter((check) => check !== undefined);
  const check = found.at(-1);
  if (check) return stateOfCheck(check);
  if (error !== undefined) return { state: "failed", hint: error };
  return { state: hasRun ? "passed" : "open" };
}

function checkIn(data: Readonly<Record<string, unknown>>): ExerciseCheckPayload | undefined {
  const check = unpackedPayload(
    data[viewMimeTypes["exercise-check"]],
  ) as Partial<ExerciseCheckPayload> | null;
  const isCheck = typeof check?.points === "number" && typeof check.maxPoints === "number";
  return isCheck ? (check as ExerciseCheckPayload) : undefined;
}

function stateOfCheck({ points, maxPoints, hint }: ExerciseCheckPayload): ExerciseState {
  const told = { points, ...(typeof hint === "string" ? { hint } : {}) };
  if (points >= maxPoints) return { state: "passed", points };
  return { state: points > 0 ? "partly" : "failed", ...told };
}
