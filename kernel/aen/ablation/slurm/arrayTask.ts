import path from "node:path";
import { Study } from "../study.js";
import { arrayTasks, type TaskSize } from "./arrayTasks.js";
import type { KnownModules } from "../../losses/portable/portableFunction.js";
import { readPlan } from "./portablePlan.js";

export interface ArrayTaskOptions {
  readonly number: number;
  readonly size: TaskSize;
  /** The modules that user functions can use without importing them. */
  readonly known: KnownModules;
  /** Bytes that its runs may take; by default half of the node's free memory. */
  readonly memory?: number;
  /** Called with a line whenever a run starts or ends. */
  readonly print: (line: string) => void;
}

/**
 * Carries out the runs of one task of a job array, skipping those that have finished, and writes their records next to
 * the study's.
 * @param folder the study's folder, .aen/studies/<id>
 * @returns how many runs failed
 * @throws RangeError for a task number not in the array; Error when the plan differs from what was submitted
 */
export async function carryOutArrayTask(folder: string, options: ArrayTaskOptions): Promise<number> {
  const { number, size, known, memory, print } = options;
  const plan = await readPlan(path.join(folder, "slurm"), known);
  const tasks = arrayTasks(plan, size);
  if (!tasks[number])
    throw new RangeError(`The study has tasks 0 to ${tasks.length - 1}; there is no task ${number}.`);
  const record = path.resolve(folder, "../..");
  const study = new Study(plan, { record, memory, only: tasks[number] });
  printChanges(study, print);
  await study.carryOut();
  return study.summary.progress.failed;
}

function printChanges(study: Study, print: (line: string) => void): void {
  const shown = new Map<string, string>();
  study.onChange(({ preparing, plan, runStates }) => {
    tell("preparing", preparing, preparing);
    for (const { arm, seed, fold, run } of plan.tasks) {
      const { state, message } = runStates.get(run)!;
      if (state === "waiting") continue;
      const name = `"${plan.arms[arm].name}", seed ${seed}, fold ${fold + 1} (${run})`;
      tell(run, state, `${name}: ${message ?? state}`);
    }
  });

  function tell(what: string, value: string, line: string): void {
    if (shown.get(what) === value) return;
    shown.set(what, value);
    if (line !== "") print(line);
  }
}
