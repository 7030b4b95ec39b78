import { chmod, rm } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { createRequire } from "node:module";
import { makeFolder, writeAtomically } from "../../../files/writeAtomically.js";
import type { StudyPlan, StudyTask } from "../studyPlan.js";
import type { StudyRecord } from "../studyRecord.js";
import { arrayScript, logFile } from "./arrayScript.js";
import { arrayTasks, usualTaskSize, type TaskSize } from "./arrayTasks.js";
import { writePlan } from "./portablePlan.js";
import { queuedTasks, submit, type QueuedTask } from "./slurmCommands.js";
import type { SlurmOptions } from "./slurmOptions.js";

/** A study as a job array: which task does which runs, what Slurm has queued, and what is submitted. */
export class JobArray {
  readonly size: TaskSize;
  readonly tasks: readonly (readonly StudyTask[])[];
  /** The absolute path of the study's folder. */
  readonly folder: string;
  readonly jobName: string;
  /** The job to which a task was last submitted. */
  readonly jobs = new Map<number, string>();

  /** @throws RangeError when no records are kept */
  constructor(
    readonly plan: StudyPlan,
    readonly record: StudyRecord,
    readonly options: SlurmOptions,
  ) {
    if (record.folder === null) {
      throw new RangeError(
        "A study on a cluster needs records, from which its results are read: leave out `record: false`.",
      );
    }
    this.size = options.task ?? usualTaskSize(plan);
    this.tasks = arrayTasks(plan, this.size);
    this.folder = path.resolve(record.folder, "studies", plan.id);
    this.jobName = `aen-${plan.id}-${this.size}`;
  }

  /** The number of the task that carries out a run. */
  taskOf(run: StudyTask): number {
    return this.tasks.findIndex((runs) => runs.includes(run));
  }

  logOf(task: number): string {
    return logFile(this.folder, this.size, this.jobs.get(task) ?? "none", String(task));
  }

  /** What Slurm still has, by task, including what an earlier call submitted. */
  async queued(): Promise<Map<number, QueuedTask>> {
    const queued = await queuedTasks(this.jobName, this.folder);
    for (const { job, task } of queued) this.jobs.set(task, job);
    return new Map(queued.map((each) => [each.task, each]));
  }

  /** Submits the tasks of these runs, replacing whatever earlier tasks left behind. */
  async submit(runs: readonly StudyTask[]): Promise<string> {
    const numbers = [...new Set(runs.map((run) => this.taskOf(run)))].sort((a, b) => a - b);
    await writePlan(this.plan, path.join(this.folder, "slurm"));
    makeFolder(path.dirname(this.logOf(0)));
    for (const { run } of runs) await rm(this.record.runFolder(run)!, { recursive: true, force: true });
    const file = path.join(this.folder, "slurm", `${this.size}.sh`);
    writeAtomically(file, this.#script(numbers));
    await chmod(file, 0o700);
    const job = await submit(file);
    for (const number of numbers) this.jobs.set(number, job);
    return job;
  }

  #script(tasks: readonly number[]): string {
    const { folder, jobName, size, options } = this;
    const workingFolder = process.cwd();
    return arrayScript({ folder, jobName, tasks, size, program: ownProgram(), workingFolder, options });
  }
}

/** How to start this exact version of `aen` on a node, from the built files or (in tests) from the sources. */
function ownProgram(): string[] {
  const sources = import.meta.url.endsWith(".ts");
  const cli = fileURLToPath(new URL(sources ? "../../../cli.ts" : "../../../cli.js", import.meta.url));
  if (!sources) return [process.execPath, cli];
  return [process.execPath, "--import", createRequire(import.meta.url).resolve("tsx"), cli];
}
