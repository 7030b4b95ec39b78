import { chmod, mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { createRequire } from "node:module";
import { writeWhole } from "../../../files/writeWhole.js";
import type { StudyPlan, StudyTask } from "../studyPlan.js";
import type { StudyRecord } from "../studyRecord.js";
import { arrayScript, logFile } from "./arrayScript.js";
import { arrayTasks, usualTaskSize, type TaskSize } from "./arrayTasks.js";
import { writePlan } from "./portablePlan.js";
import { queuedTasks, submit, type QueuedTask } from "./slurmCommands.js";
import type { SlurmOptions } from "./slurmOptions.js";

/** A study as a job array: which task does which runs, what Slurm has of it, and what is submitted. */
export class JobArray {
  readonly size: TaskSize;
  readonly tasks: readonly (readonly StudyTask[])[];
  /** The study's folder, whole. */
  readonly folder: string;
  readonly jobName: string;
  /** The job that a task was last given to. */
  readonly jobs = new Map<number, string>();

  /** @throws RangeError when no records are kept */
  constructor(
    readonly plan: StudyPlan,
    readonly record: StudyRecord,
    readonly options: SlurmOptions,
  ) {
    if (record.folder === null) {
      throw new RangeError(
        "A study on a cluster needs records, through which it comes back: leave `record` out.",
      );
    }
    this.size = options.task ?? usualTaskSize(plan);
    this.tasks = arrayTasks(plan, this.size);
    this.folder = path.resolve(record.folder, "studies", plan.id);
    this.jobName = `aen-${plan.id}-${this.size}`;
  }

  /** The number of the task that does a run. */
  taskOf(run: StudyTask): number {
    return this.tasks.findIndex((runs) => runs.includes(run));
  }

  logOf(task: number): string {
    return logFile(this.folder, this.size, this.jobs.get(task) ?? "none", String(task));
  }

  /** What Slurm still has, by task; also what an earlier call submitted. */
  async queued(): Promise<Map<number, QueuedTask>> {
    const queued = await queuedTasks(this.jobName, this.folder);
    for (const { job, task } of queued) this.jobs.set(task, job);
    return new Map(queued.map((each) => [each.task, each]));
  }

  /** Submits the tasks of these runs, in place of what earlier ones have left of them. */
  async submit(runs: readonly StudyTask[]): Promise<string> {
    const numbers = [...new Set(runs.map((run) => this.taskOf(run)))].sort((a, b) => a - b);
    await writePlan(this.plan, path.join(this.folder, "slurm"));
    await mkdir(path.dirname(this.logOf(0)), { recursive: true });
    for (const { run } of runs) await rm(this.record.runFolder(run)!, { recursive: true, force: true });
    const file = path.join(this.folder, "slurm", `${this.size}.sh`);
    writeWhole(file, this.#script(numbers));
    await chmod(file, 0o755);
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

/** How this very version of `aen` is started on a node, from the built files or (in tests) from the sources. */
function ownProgram(): string[] {
  const sources = import.meta.url.endsWith(".ts");
  const cli = fileURLToPath(new URL(sources ? "../../../cli.ts" : "../../../cli.js", import.meta.url));
  if (!sources) return [process.execPath, cli];
  return [process.execPath, "--import", createRequire(import.meta.url).resolve("tsx"), cli];
}
