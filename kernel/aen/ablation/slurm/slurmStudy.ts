import { setTimeout as delay } from "node:timers/promises";
import type { StudyPlan, StudyTask } from "../studyPlan.js";
import type { FinishedRun, StudyRecord } from "../studyRecord.js";
import type { RunState } from "../studyState.js";
import { JobArray } from "./jobArray.js";
import { lastLines, recordedProgress } from "./recordedProgress.js";
import { cancel, hold, howItEnded, release, type QueuedTask } from "./slurmCommands.js";
import type { SlurmOptions } from "./slurmOptions.js";

/** The study on whose behalf a job array is submitted and watched. */
export interface SlurmStudyOwner {
  readonly plan: StudyPlan;
  readonly record: StudyRecord;
  readonly options: SlurmOptions;
  /** What the user wants now. */
  wish(): "running" | "paused" | "stopped";
  update(run: StudyTask, change: Partial<RunState>): void;
  finish(run: StudyTask, finished: FinishedRun): void;
  /** What goes on beside runs. */
  note(what: string): void;
}

/** Milliseconds between looks at the records. */
const lookEvery = 1000;
/** Looks between questions to Slurm, whose scheduler answers all users of a cluster. */
const looksPerQuestion = 5;
/** Milliseconds that a shared file system may take to show what a task wrote last, after it ended well or badly. */
const patience = { well: 90_000, badly: 10_000 } as const;

/**
 * Submits the runs of a study that have not finished as a job array and follows it through the records that its
 * tasks write and through squeue. Tasks that an earlier call submitted and that Slurm still has are followed, not
 * submitted again. Pausing holds what waits (`scontrol hold`; what runs goes on), stopping cancels (`scancel`).
 * What waits, is repeated after a node failed, or has run too long is Slurm's affair: a task that Slurm has no more
 * and that left runs unfinished is reported with Slurm's reason and the end of its log.
 *
 * How a task knows the plan: it reads it from the study's folder ({@link writePlan}); it does not run the notebook,
 * whose other cells may take hours, ask for input or write files. Functions of the user's own are sent as text with
 * the values that they use; where that is impossible, nothing is submitted. Each task compares the names of the runs,
 * hashes over all that decides their figures, with what it has read.
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
  /** When Slurm was first found to have a task no more. */
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
    // A task that has started in the meantime can no longer be held; it goes on.
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
      // The scheduler may be restarted while the jobs go on: what is known stays until it answers again.
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
    if (known?.state === "failed") return this.#fail(run, known.message ?? "no message");
    if (known) this.#showProgress(run, known.curve);
    await this.#noticeTheEnd(run);
  }

  #showProgress(run: StudyTask, curve: RunState["curve"]): void {
    const { epochs } = this.owner.plan.arms[run.arm].training;
    this.owner.update(run, { state: "running", run: run.run, progress: curve.loss.length / epochs, curve });
  }

  /** A run whose task Slurm has no more, and whose record does not say how it ended, has failed. */
  async #noticeTheEnd(run: StudyTask): Promise<void> {
    const task = this.#array.taskOf(run);
    if (this.#queued.has(task)) return void this.#gone.delete(task);
    const gone = this.#gone.get(task) ?? { since: Date.now(), how: await this.#endOf(task) };
    this.#gone.set(task, gone);
    const wait = gone.how?.startsWith("COMPLETED") ? patience.well : patience.badly;
    if (Date.now() - gone.since > wait) await this.#fail(run, "its task ended before the run did");
  }

  async #fail(run: StudyTask, why: string): Promise<void> {
    const task = this.#array.taskOf(run);
    const log = this.#array.logOf(task);
    const how = this.#gone.get(task)?.how ?? (await this.#endOf(task));
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
