import { existsSync } from "node:fs";
import path from "node:path";
import { NotPortableError } from "../losses/portable/portableFunction.js";
import { writePlan } from "./slurm/portablePlan.js";
import type { StudyPlan } from "./studyPlan.js";

/** The folder, in a study's own, with what `aen rerun` repeats it from. */
export const repeatFolder = "repeat";

/**
 * Writes a plan so that the study can be repeated from its record alone.
 * @param folder the study's
 * @returns why that is impossible, as the end of a sentence; null when the plan is there
 */
export async function writeRepeatable(plan: StudyPlan, folder: string): Promise<string | null> {
  const place = path.join(folder, repeatFolder);
  if (existsSync(path.join(place, "plan.json"))) return null;
  const foreign = clipsOf(plan).find(({ source }) => !source);
  if (foreign) return `the frames of the clip "${foreign.id}" come from code`;
  try {
    await writePlan(plan, place);
    return null;
  } catch (error) {
    if (error instanceof NotPortableError) return `${error.owner} cannot be written: ${error.why}`;
    throw error;
  }
}

function clipsOf({ folds, arms }: StudyPlan) {
  const stills = arms.flatMap(({ training }) => training.pretraining?.stills?.clips ?? []);
  return [...folds.flatMap(({ train, test }) => [...train.clips, ...test.clips]), ...stills];
}
