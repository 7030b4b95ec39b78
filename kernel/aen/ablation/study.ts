import os from "node:os";
import path from "node:path";
import { scoresOfPredictions } from "../../metrics/scores.js";
import { StepGate, StoppedError } from "../training/stepGate.js";
import { displayMethod, type MimeBundle } from "../../contracts/mimeBundle.js";
import type { AblationSummary } from "./ablationSummary.js";
import { ablationText } from "./ablationText.js";
import { judgedByBase } from "./armGroups.js";
import { ArmTrainer, type ArmEpoch } from "./armTrainer.js";
import { boardBundle, boardPayload } from "./boardBundle.js";
import { concurrentRuns } from "./concurrentRuns.js";
import { StudyCard } from "./card/studyCard.js";
import { PretrainedStarts } from "./pretrainedStarts.js";
import { onRecordedDevice } from "./recordedDevice.js";
import { writeRepeatable } from "./repeatablePlan.js";
import type { AblationOptions, StudyPlan, StudyTask } from "./studyPlan.js";
import { lockStudy, lockStudyRun, RunInUse } from "./studyLock.js";
import { circumstancesOf, StudyRecord, type FinishedRun } from "./studyRecord.js";
import { describeRun, planDescription } from "./studyDescription.js";
import { studyState } from "./studySnapshot.js";
import type { RunState, StudyState } from "./studyState.js";
import { summarise } from "./summarise.js";
import { usualSettings } from "../host/usualSettings.js";
import { tellListeners } from "../host/tellListeners.js";
import { answerViewRequests } from "../host/viewRequests.js";
import { messageOf } from "../../contracts/messageOf.js";

/** How a study is carried out. */
export type StudyOptions = Pick<
  AblationOptions,
  "parallel" | "memory" | "record" | "fresh" | "signal" | "on" | "slurm"
> & {
  /** Carries out only these runs and leaves the study's own files to its planner, as a cluster task does. */
  readonly only?: readonly StudyTask[];
};

/**
 * An ablation: its plan, its runs, and their results so far. It can be awaited, watched and steered while it runs;
 * every finished run is saved at once, so that the same call after a crash continues where it left off.
 */
export class Study {
  readonly #runs: Map<StudyTask, RunState>;
  readonly #listeners = new Set<(study: Study) => void>();
  readonly #record: StudyRecord;
  readonly #gate: StepGate;
  readonly #warnings: string[] = [];
  #state: AblationSummary["state"] = "planned";
  #summary: AblationSummary | null = null;
  #began = 0;
  #doneHere = 0;
  /** Current activity other than runs, e.g. "pretraining of the bottom-up branch, seed 2". */
  preparing = "";

  constructor(
    readonly plan: StudyPlan,
    readonly options: StudyOptions = {},
  ) {
    const folder = options.record === false ? null : (options.record ?? ".aen");
    // A task of a cluster has no other way to hand over its results: what it cannot write makes it fail.
    this.#record = new StudyRecord(folder, options.only ? undefined : this.#warn);
    this.#gate = new StepGate(options.signal);
    this.#runs = new Map(plan.tasks.map((task) => [task, waitingRun(task)]));
  }

  /** Everything known so far, as plain data. */
  get summary(): AblationSummary {
    return (this.#summary ??= summarise(this.#stateNow()));
  }

  get state(): AblationSummary["state"] {
    return this.#state;
  }

  /** The state of each run, by its name. */
  get runStates(): ReadonlyMap<string, RunState> {
    return new Map([...this.#runs].map(([{ run }, state]) => [run, state]));
  }

  /** Holds all runs before their next step; on a cluster, those that have not started. */
  pause(): void {
    if (this.#state !== "running") return;
    this.#gate.pause();
    this.#to("paused");
  }

  resume(): void {
    if (this.#state !== "paused") return;
    this.#gate.resume();
    this.#to("running");
  }

  /** Ends the study after the current steps. Finished runs are kept; the same call continues from them. */
  stop(): void {
    this.#gate.stop();
  }

  /** Calls back after every change. @returns a function that removes the listener */
  onChange(listener: (study: Study) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Carries out all unfinished runs. A run that fails is reported and does not end the study. */
  async carryOut(): Promise<this> {
    const release = answerViewRequests(this.plan.id, (request) => {
      if (request.type === "run-control") this[request.action]();
    });
    let unlock = () => {};
    try {
      this.#to("running");
      unlock = this.#lock();
      return await this.#carryOut();
    } catch (error) {
      if (this.#state === "running" || this.#state === "paused") this.#to("stopped");
      throw error;
    } finally {
      unlock();
      release();
    }
  }

  /** Tasks of a cluster are kept apart by Slurm, which may start one again on another machine at once. */
  #lock(): () => void {
    const folder = this.#record.studyFolder(this.plan.id);
    return folder === null || this.options.only ? () => {} : lockStudy(folder, this.#warn);
  }

  #lockRun(run: string): () => void {
    const folder = this.#record.runFolder(run);
    return folder === null || this.options.only ? () => {} : lockStudyRun(folder, this.#warn);
  }

  readonly #warn = (message: string): void => {
    if (this.#warnings.includes(message)) return;
    this.#warnings.push(message);
    this.#changed();
  };

  async #carryOut(): Promise<this> {
    const waiting = await this.#takeOver();
    this.#began = Date.now();
    const ended = await (this.options.on === "slurm"
      ? this.#onSlurm(waiting)
      : this.#here(waiting).catch(rejected));
    this.preparing = "";
    this.#to(this.#gate.stopped || this.options.signal?.aborted ? "stopped" : "finished");
    await this.#writeResults();
    const broken = ended.find(({ status }) => status === "rejected");
    if (broken) throw (broken as PromiseRejectedResult).reason;
    return this;
  }

  async #here(waiting: StudyTask[]): Promise<PromiseSettledResult<void>[]> {
    const plan = this.options.fresh ? this.plan : await onRecordedDevice(this.plan, this.#record);
    const trainers = Math.max(1, Math.min(concurrentRuns(plan, this.options), waiting.length));
    const all = usualSettings().threads ?? os.availableParallelism();
    const threads = Math.max(1, Math.floor(all / trainers));
    const starts = new PretrainedStarts(plan, (what) => this.#prepare(what), this.#gate.signal);
    const work = Array.from({ length: trainers }, () =>
      this.#trainInTurn(new ArmTrainer(plan, threads), waiting, starts),
    );
    return Promise.allSettled(work);
  }

  async #onSlurm(waiting: readonly StudyTask[]): Promise<PromiseSettledResult<void>[]> {
    const { carryOutOnSlurm } = await import("./slurm/slurmStudy.js");
    const owner = {
      plan: this.plan,
      record: this.#record,
      options: this.options.slurm ?? {},
      wish: () => this.#wish(),
      update: (run: StudyTask, change: Partial<RunState>) => this.#update(run, change),
      finish: (run: StudyTask, finished: FinishedRun) => {
        this.#doneHere += 1;
        this.#finish(run, finished);
        void this.#writeResults();
      },
      note: (what: string) => this.#prepare(what),
    };
    return Promise.allSettled([carryOutOnSlurm(owner, waiting)]);
  }

  #wish(): "running" | "paused" | "stopped" {
    if (this.#gate.stopped || this.options.signal?.aborted) return "stopped";
    return this.#gate.paused ? "paused" : "running";
  }

  /**
   * The card of the study: what was compared on which clips, what came out and how far it carries. It is of this moment:
   * make it again when more runs have finished.
   * @example await study.card().save("STUDY.md")
   */
  card(): StudyCard {
    return new StudyCard(this.plan, this.summary);
  }

  toString(): string {
    return ablationText(this.summary);
  }

  async [displayMethod](): Promise<MimeBundle> {
    const predictions = this.plan.arms.map((_, arm) =>
      this.plan.tasks
        .filter((task) => task.arm === arm)
        .flatMap((task) => this.#runs.get(task)!.predictions ?? []),
    );
    return boardBundle(this.plan.id, this.summary, predictions);
  }

  /** Marks runs that finished in an earlier call. @returns the others */
  async #takeOver(): Promise<StudyTask[]> {
    const waiting: StudyTask[] = [];
    for (const task of this.options.only ?? this.plan.tasks) {
      const finished = this.options.fresh ? null : await this.#record.read(task.run);
      if (finished) this.#finish(task, finished);
      else waiting.push(task);
    }
    await this.#writePlan();
    this.#changed();
    return waiting;
  }

  /** The plan for readers and, as far as it can be written, for `aen rerun`. */
  async #writePlan(): Promise<void> {
    const { folder } = this.#record;
    if (folder === null || this.options.only) return;
    const cannotBeRepeated = await writeRepeatable(this.plan, path.join(folder, "studies", this.plan.id));
    const obstacle = cannotBeRepeated === null ? {} : { cannotBeRepeated };
    const described = { ...planDescription(this.plan), folder: process.cwd(), ...obstacle };
    await this.#writeStudy("plan.json", described);
  }

  /** The results so far, and the board without its clips, which the runs' own records hold. */
  async #writeResults(): Promise<void> {
    await this.#writeStudy("summary.json", this.summary);
    const noClips = this.plan.arms.map(() => []);
    await this.#writeStudy("board.json", boardPayload(this.plan.id, this.summary, noClips));
  }

  async #writeStudy(name: string, content: unknown): Promise<void> {
    if (!this.options.only) await this.#record.writeStudy(this.plan.id, name, content);
  }

  /** Takes one waiting run after the other until none is left. */
  async #trainInTurn(trainer: ArmTrainer, waiting: StudyTask[], starts: PretrainedStarts): Promise<void> {
    try {
      for (let task = waiting.shift(); task; task = waiting.shift()) {
        if (!(await this.#tryRun(trainer, task, starts))) return;
        const unfinished = this.plan.tasks.filter((other) => isOpen(this.#runs.get(other)!));
        starts.keepFor(unfinished);
      }
    } finally {
      await trainer.dispose();
    }
  }

  /** @returns false when the study was stopped */
  async #tryRun(trainer: ArmTrainer, task: StudyTask, starts: PretrainedStarts): Promise<boolean> {
    const description = { ...describeRun(this.plan, task), threads: trainer.threads };
    this.#update(task, { state: "running", run: task.run });
    let unlock = () => {};
    try {
      await this.#gate.pass();
      unlock = this.#lockRun(task.run);
      await this.#record.begin(description);
      const start = await starts.of(task);
      const { device, ...outcome } = await trainer.run(task, start, this.#listenerOf(task));
      const finished = { ...outcome, circumstances: circumstancesOf(device, description.data) };
      await this.#record.finish(description, finished);
      this.#doneHere += 1;
      this.#finish(task, finished);
      await this.#writeResults();
      return true;
    } catch (error) {
      if (error instanceof StoppedError || this.options.signal?.aborted) {
        this.#update(task, { state: "stopped" });
        return false;
      }
      const message = messageOf(error);
      if (!(error instanceof RunInUse)) await this.#record.fail(description, message);
      this.#update(task, { state: "failed", message });
      return true;
    } finally {
      unlock();
    }
  }

  #listenerOf(task: StudyTask) {
    return {
      signal: this.#gate.signal,
      beforeStep: () => this.#gate.pass(),
      afterEpoch: async (event: ArmEpoch) => {
        const { epochs } = this.plan.arms[task.arm].training;
        const { curve } = this.#runs.get(task)!;
        const { epoch, loss, terms, uar } = event;
        const longer = { loss: [...curve.loss, loss], uar: [...curve.uar, uar] };
        this.#update(task, { progress: epoch / epochs, curve: longer });
        await this.#record.event(task.run, { type: "epoch", epoch, loss, terms, uar });
      },
    };
  }

  #finish(task: StudyTask, finished: FinishedRun): void {
    const { labels, beta, arms } = this.plan;
    const predictions = judgedByBase(finished.predictions, arms[task.arm].labels, labels);
    const { uar } = scoresOfPredictions(predictions, labels, beta);
    this.#update(task, { ...finished, predictions, state: "finished", run: task.run, progress: 1, uar });
  }

  #prepare(what: string): void {
    this.preparing = what;
    this.#changed();
  }

  #to(state: AblationSummary["state"]): void {
    this.#state = state;
    this.#changed();
  }

  #update(task: StudyTask, change: Partial<RunState>): void {
    this.#runs.set(task, { ...this.#runs.get(task)!, ...change });
    this.#changed();
  }

  #changed(): void {
    this.#summary = null;
    tellListeners<Study>(this.#listeners, this, "the study");
  }

  #stateNow(): StudyState {
    const warnings = [...this.plan.warnings, ...this.#warnings];
    const now = { state: this.#state, secondsLeft: this.#secondsLeft(), warnings };
    return studyState(this.plan, (task) => this.#runs.get(task)!, now);
  }

  #secondsLeft(): number | null {
    if (this.#state === "finished" || this.#state === "stopped") return 0;
    if (this.#doneHere === 0) return null;
    const left = [...this.#runs.values()].filter(isOpen).reduce((sum, { progress }) => sum + 1 - progress, 0);
    return ((Date.now() - this.#began) / 1000 / this.#doneHere) * left;
  }
}

function rejected(reason: unknown): PromiseSettledResult<void>[] {
  return [{ status: "rejected", reason }];
}

function isOpen({ state }: RunState): boolean {
  return state === "waiting" || state === "running";
}

function waitingRun({ seed, fold }: StudyTask): RunState {
  return {
    ...{ seed, fold, state: "waiting", run: null, progress: 0, message: null, uar: null },
    ...{ predictions: null, curve: { loss: [], uar: [] }, circumstances: null },
  };
}
