import type { ArrayValue, CompiledStep } from "../../engine/contract.js";
import type { EpochEvent, TrainingEventBody, ValidationScores } from "../../contracts/runs/trainingEvents.js";
import { DivergedError } from "./divergedError.js";
import type { LoopState } from "./loopState.js";
import type { Optimizer } from "./optimizer.js";
import { prefetch } from "./prefetch.js";
import { learningRateAt, type Schedule } from "./schedule.js";
import { StoppedError } from "./stepGate.js";
import { SpeedMeter } from "./speedMeter.js";
import { termPrefix } from "./trainingStep.js";

/** The inputs of one update and the number of clips (or frames) in it. */
export interface StepFeed {
  readonly inputs: Readonly<Record<string, ArrayValue | number>>;
  readonly count: number;
}

/** One phase of a training, ready to run. */
export interface PhaseWork {
  readonly epochs: number;
  readonly stepsPerEpoch: number;
  readonly learningRate: number;
  readonly schedule: Schedule;
  readonly optimizer: Optimizer;
  readonly step: CompiledStep;
  /** The steps of an epoch (counted from 0), starting at step `from`; the same for the same arguments. */
  feeds(epoch: number, from: number): AsyncIterable<StepFeed>;
  /** Called after each epoch, once the weights have been copied back. */
  validate?(): Promise<ValidationScores>;
  /** Frames that, at the speed of this phase, take as long as all that comes after it; undefined where that is not known. */
  readonly framesAfter?: number;
}

/** How the loop reports to its run and takes instructions from it. */
export interface PhaseListener {
  emit(event: TrainingEventBody): void;
  /** Awaited before each step; throws to end the run. */
  beforeStep(): Promise<void>;
  /** After each step and each epoch, when the state is consistent. `epochEnded` says which. */
  afterStep(state: LoopState, epochEnded: boolean, best: boolean): Promise<void>;
  /** Asked at the end of each epoch, once the weights have been copied back; throws when they are no longer numbers. */
  checkWeights?(state: LoopState): void;
  /** After the run was stopped, with the state left by the last step. */
  stopped?(state: LoopState): Promise<void>;
  /** Whether to end the phase early; asked before each epoch. */
  endsEarly?(state: LoopState): boolean;
}

/**
 * Runs a phase from `state` to its end. @returns whether it ended early
 * @throws StoppedError when the run is stopped, after notifying the listener
 */
export async function runPhase(work: PhaseWork, state: LoopState, listener: PhaseListener): Promise<boolean> {
  try {
    return await takeSteps(work, state, listener);
  } catch (error) {
    if (error instanceof StoppedError) await listener.stopped?.(state);
    throw error;
  }
}

async function takeSteps(work: PhaseWork, state: LoopState, listener: PhaseListener): Promise<boolean> {
  const { epochs, stepsPerEpoch } = work;
  const meter = new SpeedMeter();
  let device: string | undefined;
  listener.emit({ type: "phase", phase: state.phase, epochs, stepsPerEpoch });
  while (state.epoch < epochs) {
    if (listener.endsEarly?.(state)) return true;
    // The very first step compiles, so its time says nothing about later ones.
    if (device !== undefined) meter.begin();
    for await (const feed of prefetch(work.feeds(state.epoch, state.step))) {
      const held = performance.now();
      await listener.beforeStep();
      meter.leaveOut((performance.now() - held) / 1000);
      await takeStep(work, state, feed, meter, listener);
      if (work.step.device !== device) {
        device = work.step.device;
        const { channelBlock } = work.step;
        listener.emit({
          ...{ type: "device", phase: state.phase, device },
          ...(channelBlock !== undefined && { channelBlock }),
        });
      }
      await listener.afterStep(state, false, false);
    }
    await meter.atEpochEnd(() => endEpoch(work, state, meter.perSecond, listener));
  }
  return false;
}

async function takeStep(
  work: PhaseWork,
  state: LoopState,
  feed: StepFeed,
  meter: SpeedMeter,
  { emit }: PhaseListener,
): Promise<void> {
  const { epochs, stepsPerEpoch, schedule, optimizer } = work;
  const passed = state.epoch + state.step / stepsPerEpoch;
  const learningRate = learningRateAt(schedule, work.learningRate, passed, epochs);
  const scalars = optimizer.scalars(state.updates + 1, learningRate);
  const outputs = await work.step.run({ ...feed.inputs, ...scalars });
  const { loss, terms } = valuesOf(outputs);
  if (!Number.isFinite(loss)) throw DivergedError.ofLoss(state, learningRate, terms);
  state.step += 1;
  state.updates += 1;
  state.lossSum += loss;
  for (const [name, value] of Object.entries(terms)) {
    state.termSums[name] = (state.termSums[name] ?? 0) + value;
  }
  meter.add(feed.count);
  const stepsLeft = (epochs - state.epoch) * stepsPerEpoch - state.step;
  emit({
    type: "step",
    phase: state.phase,
    epoch: state.epoch + 1,
    step: state.step,
    steps: stepsPerEpoch,
    loss,
    terms,
    learningRate,
    clipsPerSecond: meter.perSecond,
    secondsLeft: meter.secondsFor(stepsLeft, epochs - state.epoch),
    ...(work.framesAfter !== undefined &&
      meter.perSecond > 0 && { secondsAfter: work.framesAfter / meter.perSecond }),
  });
}

async function endEpoch(
  work: PhaseWork,
  state: LoopState,
  clipsPerSecond: number,
  listener: PhaseListener,
): Promise<void> {
  const steps = Math.max(state.step, 1);
  const means = Object.entries(state.termSums).map(([name, sum]) => [name, sum / steps] as const);
  await work.step.sync();
  listener.checkWeights?.(state);
  const validation = await work.validate?.();
  const best = validation !== undefined && (state.best === null || validation.uar > state.best.uar);
  if (best) state.best = { epoch: state.epoch + 1, uar: validation.uar };
  const event: EpochEvent = {
    type: "epoch",
    phase: state.phase,
    epoch: state.epoch + 1,
    epochs: work.epochs,
    loss: state.lossSum / steps,
    terms: Object.fromEntries(means),
    clipsPerSecond,
    validation,
    best,
  };
  Object.assign(state, { epoch: state.epoch + 1, step: 0, lossSum: 0, termSums: {} });
  listener.emit(event);
  await listener.afterStep(state, true, best);
}

function valuesOf(outputs: Readonly<Record<string, ArrayValue>>) {
  const terms: Record<string, number> = {};
  for (const [name, { data }] of Object.entries(outputs)) {
    if (name.startsWith(termPrefix)) terms[name.slice(termPrefix.length)] = data[0];
  }
  return { loss: outputs.loss.data[0], terms };
}
