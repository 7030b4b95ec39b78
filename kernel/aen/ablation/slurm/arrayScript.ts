import path from "node:path";
import type { TaskSize } from "./arrayTasks.js";
import type { SlurmOptions } from "./slurmOptions.js";

export interface ArrayScript {
  /** The study's folder, .aen/studies/<id>, on a file system shared by the nodes. */
  readonly folder: string;
  readonly jobName: string;
  /** The numbers of the tasks to run. */
  readonly tasks: readonly number[];
  readonly size: TaskSize;
  /** The program that runs a task, with its leading arguments. */
  readonly program: readonly string[];
  readonly workingFolder: string;
  readonly options: SlurmOptions;
}

/**
 * The sbatch script of a job array (slurm.schedmd.com/sbatch.html). Slurm requeues a task whose node fails; it
 * continues after the runs that it had finished and appends to its log.
 * @throws RangeError for an option with a line break
 */
export function arrayScript(script: ArrayScript): string {
  const { folder, jobName, tasks, size, program, workingFolder, options } = script;
  const limit = options.atOnce === undefined ? "" : `%${options.atOnce}`;
  const settings = [
    `--job-name=${jobName}`,
    `--comment=${folder}`,
    `--array=${ranges(tasks)}${limit}`,
    `--output=${logFile(folder, size, "%A", "%a")}`,
    `--chdir=${workingFolder}`,
    "--open-mode=append",
    "--requeue",
    "--ntasks=1",
    ...askedFor(options),
  ];
  const command = [...program, "ablation-task", folder, "--size", size, "--task"].map(quoted).join(" ");
  return [
    "#!/bin/sh",
    ...settings.map((setting) => `#SBATCH ${quoted(oneLine(setting))}`),
    "",
    ...(options.before ?? []),
    `exec ${command} "$SLURM_ARRAY_TASK_ID"`,
    "",
  ].join("\n");
}

/** Where a task's output goes; sbatch replaces %A and %a with numbers. */
export function logFile(folder: string, size: TaskSize, job: string, task: string): string {
  const escape = job.startsWith("%") ? folder.replaceAll("%", "%%") : folder;
  return path.join(escape, "slurm", "logs", `${size}-${job}_${task}.log`);
}

function askedFor({ partition, account, time, memory, cpus, gpus, extra = [] }: SlurmOptions): string[] {
  const named = {
    ...{ partition, account, time, mem: memory, "cpus-per-task": cpus },
    gres: gpus === undefined ? undefined : `gpu:${gpus}`,
  };
  const given = Object.entries(named).filter(([, value]) => value !== undefined);
  return [...given.map(([name, value]) => `--${name}=${value}`), ...extra];
}

/** Ascending numbers in Slurm's notation: 0-3,7 */
export function ranges(numbers: readonly number[]): string {
  const parts: [number, number][] = [];
  for (const number of numbers) {
    const last = parts.at(-1);
    if (last && number === last[1] + 1) last[1] = number;
    else parts.push([number, number]);
  }
  return parts.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join();
}

function oneLine(setting: string): string {
  if (/[\r\n]/.test(setting)) throw new RangeError(`A Slurm option must be a single line: ${setting}`);
  return setting;
}

function quoted(word: string): string {
  return /^[\w./:=,%@+-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
