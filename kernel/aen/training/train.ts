import type { ClipSet } from "../data/clipSet.js";
import type { Model } from "../model/model.js";
import { clipPhase } from "./clipPhase.js";
import type { EndEvent } from "./events.js";
import { startOf, type LoopState } from "./loopState.js";
import { runPhase, type PhaseListener, type PhaseWork } from "./phaseLoop.js";
import { labelled, pretrainingPhase } from "./pretrainingPhase.js";
import { CachedPseudoLabels, ComputedPseudoLabels, type PseudoLabelSource } from "./pseudoLabels.js";
import { newRunId, requireSameLabels, Run } from "./run.js";
import { RunInProgress } from "./runInProgress.js";
import { StepGate, StoppedError } from "./stepGate.js";
import { planTraining, type TrainOptions } from "./trainOptions.js";

const startListeners = new Set<(run: RunInProgress) => void>();

/**
 * Calls back, at once and in the caller's context, whenever a run starts; with this a front end shows a run
 * while it lasts. @returns what takes the listener away
 */
export function onRunStarted(listener: (run: RunInProgress) => void): () => void {
  startListeners.add(listener);
  return () => startListeners.delete(listener);
}

/**
 * Trains a copy of a model; the model itself stays as it is, so that the same call gives the same run again.
 * Without a frozen frame model the bottom-up branch is pretrained first, in a phase of its own.
 * @returns a handle that can be awaited (the finished {@link Run}), steered and watched
 * @throws RangeError (at once) for options that cannot be or clips with another label set than the model's
 */
export function train(model: Model, clips: ClipSet, options: TrainOptions = {}): RunInProgress {
  requireSameLabels(model, clips);
  if (options.validate) requireSameLabels(model, options.validate);
  const plan = planTraining(model.configuration, options);
  const gate = new StepGate(options.signal);
  const run = new Run(newRunId(), model.copy(), model, labelled(clips), plan, null, gate);
  const handle = new RunInProgress(
    run,
    Promise.resolve().then(() => carryOut(run)),
  );
  for (const listener of startListeners) listener(handle);
  return handle;
}

async function carryOut(run: Run): Promise<Run> {
  const terms = run.plan.loss.map(({ name, weight }) => ({ name, weight }));
  run.emit({ type: "start", run: run.id, device: run.plan.device, terms });
  try {
    if (!run.model.frozenVariables) await pretrain(run);
    const early = await trainOnClips(run);
    end(run, early ? "stopped early" : "finished");
  } catch (error) {
    if (!(error instanceof StoppedError)) {
      end(run, "failed", error instanceof Error ? error.message : String(error));
      throw error;
    }
    end(run, "stopped");
  }
  return run;
}

async function pretrain(run: Run): Promise<void> {
  const { model, plan, clips } = run;
  if (plan.pretraining) {
    const work = pretrainingPhase(model, clips, plan, plan.pretraining);
    try {
      await runPhase(work, startOf("pretraining"), listenerOf(run));
      await work.step.sync();
    } finally {
      await disposePhase(work);
    }
  }
  model.freezeFrameModel();
}

async function trainOnClips(run: Run): Promise<boolean> {
  const { model, plan, clips } = run;
  const pseudoLabels = await pseudoLabelsOf(run);
  const work = clipPhase(model, clips, plan, pseudoLabels, run.gate.signal);
  const state = startOf("training");
  const keeper = new BestWeights(run);
  try {
    return await runPhase(work, state, listenerOf(run, keeper));
  } finally {
    await work.step.sync();
    keeper.restore();
    await work.dispose();
  }
}

/** Logits that do not change are computed once, where that is less work than computing them in every step. */
async function pseudoLabelsOf({ model, plan, clips, gate }: Run): Promise<PseudoLabelSource> {
  const { frames } = model.configuration;
  const total = clips.clips.reduce((sum, { frameCount }) => sum + frameCount, 0);
  const unchanging = plan.pseudoLabelsOf === "original frames" || plan.augment === false;
  if (!unchanging || total > plan.epochs * frames * clips.length) {
    return new ComputedPseudoLabels(model, plan.device);
  }
  return CachedPseudoLabels.compute(model, clips, plan.device, () => gate.pass());
}

function listenerOf(run: Run, keeper?: BestWeights): PhaseListener {
  const { gate, plan } = run;
  return {
    emit: (event) => run.emit(event),
    beforeStep: () => gate.pass((held) => run.emit({ type: held ? "paused" : "resumed" })),
    afterStep: async (_state, epochEnded, best) => {
      if (epochEnded && best) keeper?.remember();
    },
    endsEarly: (state) => isHopeless(state, plan.earlyStopping),
  };
}

function isHopeless({ phase, epoch, best }: LoopState, rule: Run["plan"]["earlyStopping"]): boolean {
  if (!rule || phase !== "training" || !best || epoch < rule.least) return false;
  return epoch - best.epoch >= rule.patience;
}

/** Remembers the weights of the best epoch where the run shall end with them. */
class BestWeights {
  #weights: ReturnType<Model["weights"]> | null = null;

  constructor(readonly run: Run) {}

  remember(): void {
    if (this.run.plan.keep === "best") this.#weights = this.run.model.weights();
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
