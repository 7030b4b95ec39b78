import type { StudyPlan, StudyTask } from "../studyPlan.js";
import type { SlurmOptions } from "./slurmOptions.js";

/** What one task of the job array does. */
export type TaskSize = NonNullable<SlurmOptions["task"]>;

/** What a task does by default; see {@link SlurmOptions.task}. */
export function usualTaskSize({ bottomUp }: Pick<StudyPlan, "bottomUp">): TaskSize {
  return bottomUp === "frozen" ? "seed" : "run";
}

/**
 * The runs of a study grouped by task of the job array. Task numbers depend only on the plan, so that the same number
 * means the same runs when only some are resubmitted.
 */
export function arrayTasks({ tasks }: Pick<StudyPlan, "tasks">, size: TaskSize): StudyTask[][] {
  if (size === "run") return tasks.map((task) => [task]);
  const groups = new Map<string, StudyTask[]>();
  for (const task of tasks) {
    const key = `${task.seed} ${task.fold}`;
    groups.set(key, [...(groups.get(key) ?? []), task]);
  }
  return [...groups.values()];
}
