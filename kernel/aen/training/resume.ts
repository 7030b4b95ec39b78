import path from "node:path";
import { availableParallelism } from "node:os";
import type { ClipSet } from "../clips/clipSet.js";
import type { LossTerm } from "../losses/lossTerm.js";
import { Model } from "../model/model.js";
import { readNewestCheckpoint, type Checkpoint } from "./record/checkpoint.js";
import { requireNotInTraining } from "./record/inTraining.js";
import {
  describeData,
  changedVersions,
  type DataDescription,
  type RunDescription,
} from "./record/runDescription.js";
import { devicesOf, findRun, readDescription, readEvents, readStartModel } from "./record/readRecord.js";
import { resumedTerms } from "./record/recordedTerms.js";
import { requireWholeRecord } from "./record/requireWholeRecord.js";
import { labelled } from "./labelledClips.js";
import { requireSameLabels } from "./requireSameLabels.js";
import { Run } from "./run.js";
import type { RunInProgress } from "./runInProgress.js";
import { StepGate } from "./stepGate.js";
import { recordOf, startRun } from "./train.js";
import type { TrainOptions, TrainPlan } from "./trainOptions.js";
import { withValidation } from "./validation.js";

/** What a resumed run needs that a record cannot hold. */
export interface ResumeOptions extends Pick<TrainOptions, "validate" | "signal"> {
  /** Where to compute; on another device the numbers differ a little. @default where the run computed */
  readonly device?: TrainOptions["device"];
  /**
   * Custom terms that the run had. Those of AEN are made again with the choices in the record and may be left out; a
   * term that is not the run's own is refused.
   */
  readonly loss?: readonly LossTerm[];
  /** Pretraining stills, if the run had separate ones. */
  readonly stills?: ClipSet;
  /** The folder of run records. @default ".aen/runs" */
  readonly record?: string;
}

/**
 * Resumes a run that was stopped or crashed, from its newest complete checkpoint. On the CPU the numbers are those of
 * an uninterrupted run.
 * @param run the id of a run or the folder of its record
 * @param clips the training clips that it was given; if it held out a share of them, give the same share again as
 * `validate`
 * @throws RangeError when there is no such run, it is still training, the clips differ, or a loss term is missing or not the run's
 */
export function resume(run: string, clips: ClipSet, options: ResumeOptions = {}): RunInProgress {
  const folder = findRun(run, options.record ?? ".aen/runs");
  const description = readDescription(folder);
  requireWholeRecord(folder, description);
  const { learnt, validate } = withValidation(clips, options.validate, description.plan);
  const training = labelled(learnt);
  requireSameData("The clips", describeData(training), description.data.train);
  const warnings = changedVersions(description).map(
    (change) =>
      `The run began with ${change}: its numbers may differ a little from those of an uninterrupted run.`,
  );
  const events = readEvents(folder, (message) => warnings.push(message));
  requireNotInTraining(folder, events);
  const device = options.device ?? devicesOf(events).at(-1) ?? description.plan.device;
  const plan = planOf(description, { ...options, validate, device }, path.dirname(folder), (message) =>
    warnings.push(message),
  );
  const from = readNewestCheckpoint(path.join(folder, "checkpoints"), (message) => warnings.push(message));
  if (description.data.stills && !options.stills && from?.state.phase !== "training") {
    throw new RangeError("The run was pretrained on stills: give them again with { stills }.");
  }
  const resumed = runFrom(folder, description, training, plan, from, options);
  const record = recordOf(resumed, folder);
  record.continues(description, resumed.initialModel);
  resumed.events.push(...events.slice(0, from?.events ?? 0));
  const handle = startRun(resumed, record, from ?? null);
  // After the start event, which says how many of the recorded events count.
  queueMicrotask(() => warnings.forEach((message) => resumed.emit({ type: "warning", message })));
  return handle;
}

function runFrom(
  folder: string,
  description: RunDescription,
  clips: ClipSet,
  plan: TrainPlan,
  from: Checkpoint | null,
  { signal }: ResumeOptions,
): Run {
  const { id, model: given } = description;
  if (!from && given.start === undefined) {
    throw new RangeError(
      `The record "${folder}" has no checkpoint and, being of an earlier version, does not say with which weights the ` +
        `run began: start it again with aen.train.`,
    );
  }
  const initial = readStartModel(folder, description);
  requireSameLabels(initial, clips);
  const model = from
    ? new Model(given.configuration, initial.labels, given.seed, from.weights)
    : initial.copy();
  return new Run(id, model, initial, clips, plan, folder, new StepGate(signal));
}

function planOf(
  description: RunDescription,
  options: Omit<ResumeOptions, "validate"> & { readonly validate?: ClipSet },
  record: string,
  onWarning: (message: string) => void,
): TrainPlan {
  const { plan, data, loss } = description;
  const { validate = null, device = plan.device, stills = null } = options;
  const { threads = availableParallelism() } = plan;
  if (data.validate && !validate)
    throw new RangeError("The run had validation clips: give them again with { validate }.");
  if (data.validate && validate)
    requireSameData("The validation clips", describeData(validate), data.validate);
  if (data.stills === null && stills) {
    throw new RangeError("The run had no stills of its own for pretraining: leave { stills } out.");
  }
  if (data.stills && stills) requireSameData("The stills", describeData(stills), data.stills);
  return {
    ...plan,
    device,
    threads,
    validate: data.validate ? validate : null,
    record,
    pretraining: plan.pretraining && { ...plan.pretraining, stills },
    loss: resumedTerms(loss, options.loss, onWarning),
  };
}

function requireSameData(what: string, given: DataDescription, recorded: DataDescription): void {
  if (given.hash === recorded.hash) return;
  throw new RangeError(
    `${what} are not those of the run: it had ${recorded.clips} (${recorded.hash.slice(0, 8)}), these are ` +
      `${given.clips} (${given.hash.slice(0, 8)}).`,
  );
}
