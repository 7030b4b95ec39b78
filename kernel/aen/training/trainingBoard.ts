import type { TrainingBoardInput } from "../../figures/bundles/trainingBoard.js";
import type { EpochEvent, StepEvent, TrainingEvent } from "../../contracts/runs/trainingEvents.js";
import type { RunSoFar } from "./runSoFar.js";

/** What the training board shows of a run so far: the training on clips, or before that the pretraining. */
export function trainingBoardOf(run: RunSoFar): TrainingBoardInput {
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
    title: phase === "pretraining" && running ? "Pretraining of the bottom-up branch" : "Training",
    state: run.state === "stopped early" ? "finished" : run.state,
    ...messageOf(run),
    ...deviceOf(run),
    epochs: phaseEpochs(run, phase),
    epoch: last?.epoch ?? 0,
    secondsElapsed: run.events.at(-1)?.seconds ?? 0,
    ...(running && last?.clipsPerSecond ? { secondsLeft: last.secondsLeft } : {}),
    ...(bestEpoch >= 0 ? { bestEpoch } : {}),
    steps: steps.map((step, index) => stepOf(step, index, weights)),
    validation: epochs.map(validationOf),
  };
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

function messageOf(run: RunSoFar): { message?: string } {
  const end = run.events.find((event) => event.type === "end");
  return end?.type === "end" && end.message !== undefined ? { message: end.message } : {};
}

/** The device that the steps run on; none until a first step has resolved "auto". */
function deviceOf(run: RunSoFar): { device?: string } {
  const told = run.events.findLast((event) => event.type === "device" || event.type === "start");
  const device = told?.type === "device" || told?.type === "start" ? told.device : run.plan.device;
  return device === "auto" ? {} : { device };
}

function phaseEpochs(run: RunSoFar, phase: string): number {
  const event = run.events.find((each) => each.type === "phase" && each.phase === phase);
  return event?.type === "phase" ? event.epochs : run.plan.epochs;
}
