import { setTimeout as delay } from "node:timers/promises";
import type { StudyPlan, StudyTask } from "../studyPlan.js";
import type { FinishedRun, StudyRecord } from "../studyRecord.js";
import type { RunState } from "../studyState.js";
import { JobArray } from "./jobArray.js";
import { lastLines, recordedProgress } from "./recordedProgress.js";
import { cancel, hold, howItEnded, release, type QueuedTask } from "./slurmCommands.js";
import type { SlurmOptions } from "./slurmOptions.js";

/** The study for which a job array is submitted and followed. */
export interface SlurmStudyOwner {
  readonly plan: StudyPlan;
  readonly record: StudyRecord;
  readonly options: SlurmOptions;
  /** What the user wants now. */
  wish(): "running" | "paused" | "stopped";
  update(run: StudyTask, change: Partial<RunState>): void;
  finish(run: StudyTask, finished: FinishedRun): void;
  /** Reports activity other than runs. */
  note(what: string): void;
}

/** Milliseconds between reads of the records. */
const lookEvery = 1000;
/** Reads of the records between queries to Slurm, whose scheduler serves all users of a cluster. */
const looksPerQuestion = 5;
/** Milliseconds allowed for a shared file system to show a task's last writes, after it ended well or badly. */
const patience = { well: 90_000, badly: 10_000 } as const;

/**
 * Submits a study's unfinished runs as a job array and follows it through the records that its tasks write and through
 * squeue. Tasks that an earlier call submitted and that Slurm still has are followed, not resubmitted. Pausing holds
 * waiting tasks (`scontrol hold`; running ones continue), stopping cancels (`scancel`). Queueing, requeueing after a
 * node failure and time limits are left to Slurm: a task that Slurm no longer has and that left runs unfinished is
 * reported with Slurm's reason and the end of its log.
 *
 * A task reads the plan from the study's folder (`writePlan`); it does not run the notebook, whose other cells may take
 * hours, ask for input or write files. User functions are sent as text with the values that they use; if that is
 * impossible, nothing is submitted. Each task checks the names of the runs, hashes of everything that determines their
 * figures, against what it has read.
 * @throws Error when Slurm refuses the job; TypeError for a loss term that cannot be sent
 */
export async function carryOutOnSlurm(owner: SlurmStudyOwner, waiting: readonly StudyTask[]): Promise<void> {
  await new SlurmStudy(owner, waiting).carryOut();
}

class SlurmStudy {
  readonly #array: JobArray;
  readonly #open: Set<StudyTask>;
  #queued = new Map<number, QueuedTask>();
  #held = false;
  /** When a record was first seen to report that its run failed. */
  readonly #failed = new Map<StudyTask, number>();
  /** When Slurm was first found to no longer have a task. */
  readonly #gone = new Map<number, { readonly since: number; readonly how: string | null }>();

  constructor(
    readonly owner: SlurmStudyOwner,
    waiting: readonly StudyTask[],
  ) {
    this.#array = new JobArray(owner.plan, owner.record, owner.options);
    this.#open = new Set(waiting);
  }

  async carryOut(): Promise<void> {
    if (this.#open.size === 0) return;
    this.#queued = await this.#array.queued();
    const missing = [...this.#open].filter((run) => !this.#queued.has(this.#array.taskOf(run)));
    if (missing.length > 0) {
      this.owner.note("submitting to Slurm");
      await this.#array.submit(missing);
    }
    for (let look = 0; this.#open.size > 0; look += 1) {
      if (this.owner.wish() === "stopped") return this.#cancel();
      await this.#holdOrRelease();
      if (look % looksPerQuestion === 0) await this.#ask();
      for (const run of [...this.#open]) await this.#follow(run);
      if (this.#open.size > 0) await delay(lookEvery);
    }
  }

  async #cancel(): Promise<void> {
    await cancel(await this.#jobs());
    for (const run of this.#open) this.owner.update(run, { state: "stopped" });
  }

  async #holdOrRelease(): Promise<void> {
    const hold_ = this.owner.wish() === "paused";
    if (hold_ === this.#held) return;
    this.#held = hold_;
    // A task that has started in the meantime can no longer be held; it continues.
    await (hold_ ? hold : release)(await this.#jobs()).catch(() => {});
    await this.#ask();
  }

  async #jobs(): Promise<string[]> {
    this.#queued = await this.#array.queued();
    return [...new Set([...this.#queued.values()].map(({ job }) => job))];
  }

  async #ask(): Promise<void> {
    try {
      this.#queued = await this.#array.queued();
    } catch (error) {
      // The scheduler may restart while jobs keep running: keep the last known state until it answers again.
      return this.owner.note((error as Error).message);
    }
    const states = [...this.#queued.values()].map(({ state, reason }) =>
      state === "PENDING" ? `waiting (${reason})` : state.toLowerCase(),
    );
    const counts = [...new Set(states)].map(
      (name) => `${states.filter((each) => each === name).length} ${name}`,
    );
    this.owner.note(counts.length > 0 ? `Slurm has ${counts.join(", ")}` : "");
  }

  async #follow(run: StudyTask): Promise<void> {
    const { owner } = this;
    const finished = await owner.record.read(run.run);
    if (finished) {
      this.#open.delete(run);
      return owner.finish(run, finished);
    }
    const known = await recordedProgress(owner.record.runFolder(run.run)!);
    if (known?.state === "failed") return this.#failOnceEnded(run, known.message ?? "no message");
    if (known) this.#showProgress(run, known.curve);
    await this.#noticeTheEnd(run);
  }

  #showProgress(run: StudyTask, curve: RunState["curve"]): void {
    const { epochs } = this.owner.plan.arms[run.arm].training;
    this.owner.update(run, { state: "running", run: run.run, progress: curve.loss.length / epochs, curve });
  }

  /** A run whose task Slurm no longer has, and whose record does not say how it ended, has failed. */
  async #noticeTheEnd(run: StudyTask): Promise<void> {
    const task = this.#array.taskOf(run);
    if (this.#queued.has(task)) return void this.#gone.delete(task);
    const { since, how } = this.#gone.get(task) ?? { since: Date.now(), how: null };
    const gone = { since, how: how ?? (await this.#endOf(task)) };
    this.#gone.set(task, gone);
    const wait = gone.how?.startsWith("COMPLETED") ? patience.well : patience.badly;
    if (Date.now() - gone.since > wait) await this.#fail(run, "its task ended before the run did", gone.how);
  }

  /** A run fails before its task ends, and only after that does Slurm know how the task ended. */
  async #failOnceEnded(run: StudyTask, why: string): Promise<void> {
    const task = this.#array.taskOf(run);
    const since = this.#failed.get(run) ?? Date.now();
    this.#failed.set(run, since);
    const goesOn = [...this.#open].some((each) => each !== run && this.#array.taskOf(each) === task);
    const how = await this.#endOf(task);
    if (how || goesOn || Date.now() - since > patience.well) await this.#fail(run, why, how);
  }

  async #fail(run: StudyTask, why: string, how: string | null): Promise<void> {
    const task = this.#array.taskOf(run);
    const log = this.#array.logOf(task);
    const lines = await lastLines(log);
    const job = `${this.#array.jobs.get(task)}_${task}`;
    const ends = lines.length > 0 ? ` ends:\n${lines.map((line) => `    ${line}`).join("\n")}` : " is empty.";
    const message = `${why} (Slurm job ${job}${how ? `: ${how}` : ""}). Its log ${log}${ends}`;
    this.#open.delete(run);
    this.owner.update(run, { state: "failed", run: run.run, message });
  }

  #endOf(task: number): Promise<string | null> {
    return howItEnded(this.#array.jobs.get(task)!, task);
  }
}
