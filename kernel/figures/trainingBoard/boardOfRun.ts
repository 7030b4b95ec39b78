import type { BoardSource } from "../../contracts/runs/boardSource.js";
import type { EpochEvent, StepEvent, TrainingEvent } from "../../contracts/runs/trainingEvents.js";
import type { TrainingBoardInput } from "../bundles/trainingBoard.js";

/** What the training board shows of a run so far: the training on clips, or before that the pretraining. */
export function trainingBoardOf(run: BoardSource): TrainingBoardInput {
  const phase = run.events.some((event) => event.type === "step" && event.phase === "training")
    ? "training"
    : "pretraining";
  const steps = run.events.filter(
    (event): event is TrainingEvent & StepEvent => event.type === "step" && event.phase === phase,
  );
  const epochs = run.epochs.filter((event) => event.phase === phase && event.validation !== undefined);
  const last = steps.at(-1);
  const running = run.state === "running" || run.state === "paused";
  const weights = new Map(run.plan.loss.map(({ name, weight }) => [name, weight]));
  const bestEpoch = epochs.findLastIndex(({ best }) => best);
  return {
    run: run.id,
    title: titleOf(run, phase, steps.length > 0 || running),
    state: run.state === "stopped early" ? "finished" : run.state,
    ...messageOf(run, steps.length),
    ...deviceOf(run),
    phase,
    ...(phase === "pretraining" && run.plan.epochs > 0 ? { epochsAfter: run.plan.epochs } : {}),
    epochs: phaseEpochs(run, phase),
    epoch: last?.epoch ?? 0,
    secondsElapsed: run.events.at(-1)?.seconds ?? 0,
    ...(running && last?.clipsPerSecond ? timeLeft(last) : {}),
    ...(bestEpoch >= 0 ? { bestEpoch } : {}),
    ...(phase === "training" && run.plan.validate ? { validates: true } : {}),
    steps: steps.map((step, index) => stepOf(step, index, weights)),
    validation: epochs.map(validationOf),
  };
}

function timeLeft({ secondsLeft, secondsAfter }: StepEvent) {
  return { secondsLeft, ...(secondsAfter !== undefined && { secondsAfter }) };
}

function stepOf(step: StepEvent, index: number, weights: ReadonlyMap<string, number>) {
  const terms = Object.entries(step.terms).map(
    ([name, value]) => [name, value * (weights.get(name) ?? 1)] as const,
  );
  return {
    step: index + 1,
    epoch: step.epoch - 1 + step.step / step.steps,
    terms: Object.fromEntries(terms),
    total: step.loss,
    learningRate: step.learningRate,
    ...(step.clipsPerSecond > 0 ? { clipsPerSecond: step.clipsPerSecond } : {}),
  };
}

function validationOf({ epoch, validation }: EpochEvent) {
  const scores = Object.entries(validation ?? {}).map(
    ([name, score]: [string, number]) => [name, Number.isFinite(score) ? score : null] as const,
  );
  return { epoch, uar: null, war: null, ...Object.fromEntries(scores) };
}

/** Pretraining has epochs of its own, beside those asked for. */
function titleOf(run: BoardSource, phase: EpochEvent["phase"], hasSteps: boolean): string {
  if (phase === "pretraining" && hasSteps) return "Pretraining of the bottom-up branch";
  const before = run.events.find((event) => event.type === "phase" && event.phase === "pretraining");
  const epochs = before?.type === "phase" ? before.epochs : 0;
  return epochs === 0 ? "Training" : `Training, after ${epochs} epochs of pretraining`;
}

function messageOf(run: BoardSource, steps: number): { message?: string } {
  const end = run.events.find((event) => event.type === "end");
  if (end?.type !== "end") return {};
  if (end.message !== undefined) return { message: end.message };
  return end.state === "finished" && steps === 0 ? { message: nothingTrained } : {};
}

const nothingTrained = "There was nothing to train on clips: the weights are the start weights.";

/** The device that the steps run on; none until a first step has resolved "auto". */
function deviceOf(run: BoardSource): { device?: string } {
  const told = run.events.findLast((event) => event.type === "device" || event.type === "start");
  const device = told?.type === "device" || told?.type === "start" ? told.device : run.plan.device;
  return device === "auto" ? {} : { device };
}

function phaseEpochs(run: BoardSource, phase: string): number {
  const event = run.events.find((each) => each.type === "phase" && each.phase === phase);
  return event?.type === "phase" ? event.epochs : run.plan.epochs;
}
