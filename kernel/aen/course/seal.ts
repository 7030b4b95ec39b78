import { createHmac } from "node:crypto";

let key: string | undefined;

/**
 * Seals the checks of this process from now on: `aen course grade` calls this before the first cell of a submission, so
 * that it can tell points that a check has given from a number that a cell has made up.
 *
 * @throws Error when they are sealed already
 */
export function sealChecks(given: string): void {
  if (key !== undefined) throw new Error("The checks are sealed already.");
  key = given;
}

/** The seal of an exercise's points; undefined where nothing is graded. */
export function sealOf(exercise: string, points: number, isHidden: boolean): string | undefined {
  return key === undefined ? undefined : sealWith(key, exercise, points, isHidden);
}

/** The seal that points have under a key. @param isHidden whether hidden cases were looked at too */
export function sealWith(key: string, exercise: string, points: number, isHidden: boolean): string {
  return createHmac("sha256", key)
    .update(JSON.stringify([exercise, points, isHidden]))
    .digest("hex");
}
