import { existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import type { ClipSet } from "../data/clipSet.js";
import { LabelSet } from "../labels.js";
import type { LossTerm } from "../losses/lossTerm.js";
import { lossTerm } from "../losses/lossTerm.js";
import { Model } from "../model/model.js";
import { readNewestCheckpoint, type Checkpoint } from "./record/checkpoint.js";
import { describeData, type DataDescription, type RunDescription } from "./record/runDescription.js";
import { readEvents } from "./record/runRecord.js";
import { labelled } from "./pretrainingPhase.js";
import { requireSameLabels, Run } from "./run.js";
import type { RunInProgress } from "./runInProgress.js";
import { StepGate } from "./stepGate.js";
import { recordOf, startRun } from "./train.js";
import { defaultLoss, type TrainOptions, type TrainPlan } from "./trainOptions.js";

/** What a record cannot hold and a resumed run needs again. */
export interface ResumeOptions extends Pick<TrainOptions, "validate" | "signal" | "device"> {
  /** Terms of one's own that the run had; the built-in ones are known by name. */
  readonly loss?: readonly LossTerm[];
  /** Pretraining stills, where the run had any of its own. */
  readonly stills?: ClipSet;
  /** The folder of run records. @default ".aen/runs" */
  readonly record?: string;
}

/**
 * Goes on with a run that was stopped or died, from its newest whole checkpoint. On the CPU the numbers are
 * those of a run that was never interrupted.
 * @param run the id of a run or the folder of its record
 * @param clips the clips that it learned from
 * @throws RangeError when there is no such run, when the clips are others, or when a loss term is not known
 */
export function resume(run: string, clips: ClipSet, options: ResumeOptions = {}): RunInProgress {
  const folder = folderOf(run, options.record ?? ".aen/runs");
  const description = readDescription(folder);
  const training = labelled(clips);
  requireSameData("The clips", describeData(training), description.data.train);
  const plan = planOf(description, options, path.dirname(folder));
  const warnings: string[] = [];
  const from = readNewestCheckpoint(path.join(folder, "checkpoints"), (message) => warnings.push(message));
  const resumed = runFrom(folder, description, training, plan, from, options);
  const record = recordOf(resumed, folder);
  const kept = readEvents(folder, (message) => warnings.push(message)).slice(0, from?.events ?? 0);
  resumed.events.push(...kept);
  const pretrained = from?.state.phase === "training";
  if (description.data.stills && !options.stills && !pretrained) {
    throw new RangeError("The run's pretraining had stills of its own: give { stills }.");
  }
  const handle = startRun(resumed, record, from ?? null);
  // After the start event, which tells how many of the recorded events count.
  queueMicrotask(() => warnings.forEach((message) => resumed.emit({ type: "warning", message })));
  return handle;
}

function runFrom(
  folder: string,
  { id, model: given }: RunDescription,
  clips: ClipSet,
  plan: TrainPlan,
  from: Checkpoint | null,
  { signal }: ResumeOptions,
): Run {
  const own = new LabelSet(given.emotions, given.groups);
  const initial = new Model(given.configuration, own, given.seed);
  requireSameLabels(initial, clips);
  const model = from
    ? new Model(given.configuration, own, given.seed, from.weights)
    : new Model(given.configuration, own, given.seed);
  return new Run(id, model, initial, clips, plan, folder, new StepGate(signal));
}

function folderOf(run: string, records: string): string {
  const candidates = [path.resolve(run), path.resolve(records, run)];
  const found = candidates.find((folder) => existsSync(path.join(folder, "run.json")));
  if (found && statSync(found).isDirectory()) return found;
  throw new RangeError(`There is no run "${run}": neither ${candidates.join(" nor ")} holds a run.json.`);
}

/** @throws RangeError for a file that is torn or of another format */
export function readDescription(folder: string): RunDescription {
  const file = path.join(folder, "run.json");
  try {
    const description = JSON.parse(readFileSync(file, "utf8")) as RunDescription;
    if (description.format === "aen-run-1") return description;
  } catch {
    // Told below, as for a file of another format.
  }
  throw new RangeError(`"${file}" is no record of a run.`);
}

function planOf(description: RunDescription, options: ResumeOptions, record: string): TrainPlan {
  const { plan, data, loss, model } = description;
  const { validate = null, device = plan.device, stills = null } = options;
  if (data.validate && !validate)
    throw new RangeError("The run had clips to validate on: give { validate }.");
  if (data.validate && validate)
    requireSameData("The validation clips", describeData(validate), data.validate);
  if (data.stills && stills) requireSameData("The stills", describeData(stills), data.stills);
  return {
    ...plan,
    device,
    validate: data.validate ? validate : null,
    record,
    pretraining: plan.pretraining && { ...plan.pretraining, stills },
    loss: termsOf(loss, [...defaultLoss(model.configuration), ...(options.loss ?? [])]),
  };
}

function termsOf(recorded: RunDescription["loss"], known: readonly LossTerm[]): LossTerm[] {
  return recorded.map(({ name, weight, code }) => {
    const found = known.findLast((term) => term.name === name);
    if (!found) {
      throw new RangeError(
        `The run had a loss term "${name}" of its own: give it again with { loss }. It was: ${code}`,
      );
    }
    return lossTerm(name, found.value, { weight, description: found.description });
  });
}

function requireSameData(what: string, given: DataDescription, recorded: DataDescription): void {
  if (given.hash === recorded.hash) return;
  throw new RangeError(
    `${what} are not those of the run: it had ${recorded.clips} (${recorded.hash.slice(0, 8)}), these are ` +
      `${given.clips} (${given.hash.slice(0, 8)}).`,
  );
}
