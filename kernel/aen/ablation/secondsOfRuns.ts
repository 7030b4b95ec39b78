import type { PlannedArm, StudyPlan } from "./studyPlan.js";

/**
 * The seconds of all runs of a study; each network is measured once, and one that does not learn from clips takes no time.
 * @param measure seconds for a clip in an epoch
 */
export async function secondsOfRuns(
  { arms, folds, tasks }: StudyPlan,
  measure: (arm: PlannedArm) => Promise<number>,
): Promise<number> {
  const known = new Map<string, number>();
  let sum = 0;
  for (const { arm: index, fold } of tasks) {
    const arm = arms[index];
    if (arm.training.epochs === 0) continue;
    const network = JSON.stringify(arm.configuration);
    if (!known.has(network)) known.set(network, await measure(arm));
    sum += known.get(network)! * folds[fold].train.length * arm.training.epochs;
  }
  return sum;
}
