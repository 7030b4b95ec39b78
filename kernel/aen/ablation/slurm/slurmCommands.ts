import { execFile } from "node:child_process";
import { promisify } from "node:util";

const execute = promisify(execFile);

/** A task of a job array that Slurm still has. */
export interface QueuedTask {
  readonly job: string;
  readonly task: number;
  /** E.g. PENDING, RUNNING, COMPLETING. */
  readonly state: string;
  /** Why it is waiting, e.g. Priority, Resources, JobHeldUser; "None" when it runs. */
  readonly reason: string;
}

/** Submits a job script. @returns the job number */
export async function submit(script: string): Promise<string> {
  const text = await slurm("sbatch", ["--parsable", script]);
  return text.trim().split(";")[0];
}

/** The user's own waiting or running tasks, across all jobs with this name and comment. */
export async function queuedTasks(jobName: string, comment: string): Promise<QueuedTask[]> {
  const format = "%F|%K|%T|%r|%k";
  const text = await slurm("squeue", [
    "--me",
    "--array",
    "--noheader",
    `--name=${jobName}`,
    `--format=${format}`,
  ]);
  const rows = text.split("\n").map((line) => line.trim().split("|"));
  return rows
    .filter((row) => row.slice(4).join("|") === comment)
    .map(([job, task, state, reason]) => ({ job, task: Number(task), state, reason }));
}

/** Slurm's states for a task that has not ended, whose exit status means nothing yet. */
const goingOn = /^(PENDING|CONFIGURING|RUNNING|SUSPENDED|STOPPED|STAGE_OUT|SIGNALING|COMPLETING|REQUEUED?)\b/;

/**
 * How a task ended according to Slurm, e.g. "TIMEOUT, exit status 0:15"; null when it has not ended or Slurm no longer
 * knows.
 */
export async function howItEnded(job: string, task: number): Promise<string | null> {
  const name = `${job}_${task}`;
  const accounting = [
    "--jobs",
    name,
    "--allocations",
    "--noheader",
    "--parsable2",
    "--format=State,ExitCode",
  ];
  const shown = await slurm("scontrol", ["--oneliner", "show", "job", name]).catch(() => "");
  const state = /\bJobState=(\S+)/.exec(shown)?.[1];
  if (state && goingOn.test(state)) return null;
  if (state) return `${state}, exit status ${/\bExitCode=(\S+)/.exec(shown)?.[1] ?? "unknown"}`;
  const [line] = (await slurm("sacct", accounting).catch(() => "")).split("\n");
  return line && !goingOn.test(line) ? line.replace("|", ", exit status ") : null;
}

/** Keeps waiting tasks from starting; running ones continue. */
export async function hold(jobs: readonly string[]): Promise<void> {
  for (const job of jobs) await slurm("scontrol", ["hold", job]);
}

export async function release(jobs: readonly string[]): Promise<void> {
  for (const job of jobs) await slurm("scontrol", ["release", job]);
}

export async function cancel(jobs: readonly string[]): Promise<void> {
  if (jobs.length > 0) await slurm("scancel", jobs);
}

/** @throws Error with the command's output */
async function slurm(command: string, args: readonly string[]): Promise<string> {
  try {
    const { stdout } = await execute(command, args, { maxBuffer: 1 << 26, timeout: 120_000 });
    return stdout;
  } catch (error) {
    const { code, stderr } = error as NodeJS.ErrnoException & { stderr?: string };
    if (code === "ENOENT") {
      throw new Error(
        `Slurm's command ${command} is not on this machine. Start the notebook where you submit jobs (a login ` +
          `node), or leave out \`on: "slurm"\`.`,
        { cause: error },
      );
    }
    throw new Error(`${command}: ${stderr?.trim() || (error as Error).message}`, { cause: error });
  }
}
