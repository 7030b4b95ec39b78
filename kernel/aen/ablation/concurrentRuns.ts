import os from "node:os";
import { usualSettings } from "../host/usualSettings.js";
import type { AblationOptions, StudyPlan } from "./studyPlan.js";

/** Memory budget of one of several concurrent runs, in bytes: estimated for `small`, scaled for larger networks. */
const memoryPerRun = 400e6;

/** How many runs of a study are trained at once: as asked for, else as memory and processor cores allow; 0 for too little. */
export function concurrentRuns(
  plan: Pick<StudyPlan, "arms" | "bottomUp">,
  {
    parallel,
    memory = usualSettings().memory ?? os.freemem() / 2,
  }: Pick<AblationOptions, "parallel" | "memory">,
): number {
  if (parallel !== undefined) return parallel;
  if (plan.bottomUp === "learns") return 1;
  return Math.min(os.availableParallelism(), Math.floor(memory / (memoryPerRun * sizeFactor(plan))));
}

/** How much more memory a run takes than one of `small`. */
function sizeFactor({ arms }: Pick<StudyPlan, "arms">): number {
  const { size, frames } = arms[0].configuration;
  return Math.max(1, (size / 64) ** 4 * (frames / 8));
}
