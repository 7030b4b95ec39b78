import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { remark } from "../host/remark.js";
import { startedRuns } from "../host/started.js";
import type { ClipSet } from "../clips/clipSet.js";
import { facelessText } from "../clips/facelessText.js";
import type { Model, Weights } from "../model/model.js";
import { decodeSafetensors } from "../model/safetensors.js";
import { CutShort } from "../host/userCode.js";
import { sharedStills } from "./bottomUp/sharedStills.js";
import { startOfTraining } from "./bottomUp/startOfTraining.js";
import { ClipFeatures } from "./clipFeatures.js";
import { clipPhase, featurePhase, type DisposablePhase } from "./clipPhase.js";
import type { EndEvent } from "../../contracts/runs/trainingEvents.js";
import { requireFiniteWeights } from "./divergedError.js";
import { learntFrom } from "./learntFrom.js";
import { missingEmotions } from "./missingEmotions.js";
import { startOf, type LoopState } from "./loopState.js";
import { runPhase, type PhaseListener, type PhaseWork } from "./phaseLoop.js";
import { labelled } from "./labelledClips.js";
import { isFit } from "./isFit.js";
import { pretrainingPhase } from "./pretrainingPhase.js";
import { CachedPseudoLabels, ComputedPseudoLabels, type PseudoLabelSource } from "./pseudoLabels.js";
import { restoreSlots, type Checkpoint } from "./record/checkpoint.js";
import { describeRun } from "./record/runDescription.js";
import { beginTraining } from "./record/inTraining.js";
import { RunRecord } from "./record/runRecord.js";
import { requireSameLabels } from "./requireSameLabels.js";
import { newRunId, Run } from "./run.js";
import { RunInProgress } from "./runInProgress.js";
import { StepGate, StoppedError } from "./stepGate.js";
import { planTraining, type TrainOptions } from "./trainOptions.js";
import { withValidation } from "./validation.js";
import { messageOf } from "../../contracts/messageOf.js";

/**
 * Calls back synchronously, in the caller's context, whenever a run starts; front ends use this to show a run while it
 * lasts. @returns a function that removes the listener
 */
export function onRunStarted(listener: (run: RunInProgress) => void): () => void {
  // Trainings are announced only below, each by its handle.
  return startedRuns.hear((started) => listener(started as RunInProgress));
}

/**
 * Trains a copy of a model; the model itself is unchanged, so that the same call gives the same run again. Without a
 * frozen frame model, the bottom-up branch is pretrained first, in its own phase, with epochs of its own
 * (`pretraining.epochs`: 4 with tiny, 8 with small) that come on top of `epochs`; `pretraining: false` leaves it out.
 * @returns a handle that can be awaited (the finished {@link Run}), steered and watched
 * @throws RangeError (synchronously) for invalid options or clips whose label set differs from the model's; Error when
 * the run's record cannot be written
 */
export function train(model: Model, clips: ClipSet, options: TrainOptions = {}): RunInProgress {
  const handle = trainUnannounced(model, clips, options);
  const faceless = facelessText(handle.run.clips.clips);
  if (faceless)
    remark(
      `training leaves frames without a face out of pretraining, pseudo labels and frame-level terms: ${faceless}.`,
    );
  return announced(handle);
}

/** Like {@link train}, for a run within something larger that has its own display: front ends are not notified. */
export function trainUnannounced(given: Model, clips: ClipSet, options: TrainOptions = {}): RunInProgress {
  requireSameLabels(given, clips);
  const { model, options: resolved, stills } = startOfTraining(given, options);
  const { learnt, validate } = withValidation(clips, options.validate, options);
  if (validate) requireSameLabels(model, validate);
  if (validate && stills) sharedStills(stills, validate).forEach(remark);
  const plan = planTraining(model.configuration, { ...resolved, validate });
  const id = newRunId();
  const folder = plan.record === false ? null : path.resolve(plan.record, id);
  const run = new Run(id, model.copy(), model, labelled(learnt), plan, folder, new StepGate(options.signal));
  const record = folder === null ? null : recordOf(run, folder);
  record?.begin(describeRun(run, options.source ?? null), model);
  return inProgress(run, record, null);
}

/** Shows a run that has just started, and what it warns of. */
function announced(handle: RunInProgress): RunInProgress {
  handle.run.onEvent((event) => event.type === "warning" && remark(event.message));
  startedRuns.announce(handle);
  return handle;
}

/** Starts a run; `from` is the checkpoint to resume from. */
export function startRun(run: Run, record: RunRecord | null, from: Checkpoint | null): RunInProgress {
  return announced(inProgress(run, record, from));
}

function inProgress(run: Run, record: RunRecord | null, from: Checkpoint | null): RunInProgress {
  const warnings = doubtfulData(run);
  const end = run.folder === null ? null : beginTraining(run.folder, (message) => warnings.push(message));
  const handle = new RunInProgress(run, () => carryOut(run, record, from));
  queueMicrotask(() => warnings.forEach((message) => run.emit({ type: "warning", message })));
  if (end === null) return handle;
  run.onEvent(({ type }) => type === "end" && end());
  handle.finished.then(end, end);
  return handle;
}

function doubtfulData({ clips, plan }: Run): string[] {
  const stills = plan.pretraining?.stills;
  const doubts = [
    missingEmotions("The training clips", clips),
    stills ? missingEmotions("The stills of the pretraining", labelled(stills)) : null,
    plan.validate && learntFrom("validation clips", plan.validate, clips),
  ];
  return doubts.filter((sentence) => sentence !== null);
}

/** The record of a run in a folder; it records the run's events as they occur. */
export function recordOf(run: Run, folder: string): RunRecord {
  const warn = (message: string) => run.emit({ type: "warning", message });
  const record = new RunRecord(folder, warn, () => run.events);
  run.onEvent((event) => record.addEvent(event));
  run.onEvaluated((predictions) => record.predictions(predictions));
  return record;
}

async function carryOut(run: Run, record: RunRecord | null, from: Checkpoint | null): Promise<Run> {
  const { gate, plan, model } = run;
  const terms = plan.loss.map(({ name, weight }) => ({ name, weight }));
  const resumed = from ? { resumedFrom: from.file, keptEvents: from.events } : {};
  run.emit({ type: "start", run: run.id, device: plan.device, terms, ...resumed });
  try {
    if (!model.frozenVariables) {
      if (!from) record?.checkpoint(model, null, startOf("pretraining"), run.events.length);
      await pretrain(run, record, from?.state.phase === "pretraining" ? from : null);
    }
    const early = await trainOnClips(run, record, from?.state.phase === "training" ? from : null);
    end(run, early ? "stopped early" : "finished");
  } catch (error) {
    const stopped = error instanceof CutShort || (error instanceof StoppedError && gate.stopped);
    end(run, stopped || gate.signal?.aborted ? "stopped" : "failed", stopped ? undefined : messageOf(error));
    if (!stopped) throw error;
  }
  return run;
}

async function pretrain(run: Run, record: RunRecord | null, from: Checkpoint | null): Promise<void> {
  const { model, plan, clips } = run;
  if (plan.pretraining) {
    const work = pretrainingPhase(model, clips, plan, plan.pretraining);
    const keeper = isFit(plan) ? new BestWeights(run, record) : undefined;
    if (from) keeper?.recall();
    const state = from?.state ?? startOf("pretraining");
    if (from && from.slots.size > 0) restoreSlots(work.optimizer, from.slots);
    try {
      await runPhase(work, state, listenerOf(run, work, record, keeper));
    } finally {
      await work.step.sync();
      keeper?.restore();
      await disposePhase(work);
    }
  }
  model.freezeFrameModel();
}

async function trainOnClips(run: Run, record: RunRecord | null, from: Checkpoint | null): Promise<boolean> {
  const { model, plan } = run;
  const state = from?.state ?? startOf("training");
  if (!from) record?.checkpoint(model, null, state, run.events.length);
  const work = await clipPhaseOf(run);
  if (from && from.slots.size > 0) restoreSlots(work.optimizer, from.slots);
  const keeper = new BestWeights(run, record);
  if (from && !isFit(plan)) keeper.recall();
  try {
    return await runPhase(work, state, listenerOf(run, work, record, keeper));
  } finally {
    await work.step.sync();
    keeper.restore();
    await work.dispose();
  }
}

async function clipPhaseOf(run: Run): Promise<DisposablePhase> {
  const { model, plan, clips, gate } = run;
  const { signal } = gate;
  if (plan.bottomUp !== "frozen") return clipPhase(model, clips, plan, await pseudoLabelsOf(run), signal);
  const { device, threads } = plan;
  const options = { device, threads, signal, beforeStep: () => gate.pass() };
  return featurePhase(model, clips, plan, await ClipFeatures.compute(model, clips, options), signal);
}

/** Constant logits are computed once if that is less work than computing them in every step. */
async function pseudoLabelsOf({ model, plan, clips, gate }: Run): Promise<PseudoLabelSource> {
  const { frames } = model.configuration;
  const total = clips.clips.reduce((sum, { frameCount }) => sum + frameCount, 0);
  const unchanging = plan.pseudoLabelsOf === "original frames" || plan.augment === false;
  if (!unchanging || total > plan.epochs * frames * clips.length) {
    return new ComputedPseudoLabels(model, plan.device, plan.threads);
  }
  return CachedPseudoLabels.compute(model, clips, plan.device, () => gate.pass(), gate.signal, plan.threads);
}

function listenerOf(
  run: Run,
  work: PhaseWork,
  record: RunRecord | null,
  keeper?: BestWeights,
): PhaseListener {
  const { gate, plan, model } = run;
  let lastCheckpoint = Date.now();
  let kept: number | null = null;
  const checkWeights = (state: LoopState) => requireFiniteWeights(model, state);
  const keep = (state: LoopState) => {
    checkWeights(state);
    const file = record?.checkpoint(model, work.optimizer, state, run.events.length);
    lastCheckpoint = Date.now();
    kept = state.updates;
    if (file) run.emit({ type: "checkpoint", phase: state.phase, epoch: state.epoch, file });
  };
  return {
    ...{ emit: (event) => run.emit(event), checkWeights },
    beforeStep: () => gate.pass((held) => run.emit({ type: held ? "paused" : "resumed" })),
    afterStep: async (state, epochEnded, best) => {
      const due = epochEnded || Date.now() - lastCheckpoint > 1000 * plan.checkpointSeconds;
      if (!due) return;
      await work.step.sync();
      if (best) keeper?.remember();
      keep(state);
    },
    stopped: async (state) => {
      if (state.updates === kept) return;
      await work.step.sync();
      keep(state);
    },
    endsEarly: (state) => isHopeless(state, plan.earlyStopping),
  };
}

function isHopeless({ phase, epoch, best }: LoopState, rule: Run["plan"]["earlyStopping"]): boolean {
  if (!rule || phase !== "training" || !best || epoch < rule.least) return false;
  return epoch - best.epoch >= rule.patience;
}

/** Keeps the weights of the best epoch if the run is to end with them. */
class BestWeights {
  #weights: Weights | null = null;

  constructor(
    readonly run: Run,
    readonly record: RunRecord | null,
  ) {}

  remember(): void {
    if (this.run.plan.keep !== "best") return;
    this.#weights = this.run.model.weights();
    this.record?.best(this.run.model);
  }

  /** Restores what the interrupted run had kept. */
  recall(): void {
    const file = this.record && path.join(this.record.checkpoints, "best.safetensors");
    if (file && existsSync(file)) this.#weights = decodeSafetensors(readFileSync(file)).weights;
  }

  restore(): void {
    if (this.#weights) this.run.model.setWeights(this.#weights);
  }
}

function end(run: Run, state: EndEvent["state"], message?: string): void {
  run.emit({ type: "end", state, bestEpoch: run.bestEpoch, message });
}

async function disposePhase(work: PhaseWork): Promise<void> {
  await work.step.dispose();
  work.optimizer.dispose();
}
