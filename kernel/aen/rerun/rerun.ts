import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseObject } from "../../contracts/runs/jsonLines.js";
import type { EpochEvent, TrainingEvent } from "../../contracts/runs/trainingEvents.js";
import type { DeviceName } from "../../engine/contract.js";
import { whyUnusable } from "../ablation/recordedDevice.js";
import { functionIdentity } from "../losses/functionIdentity/functionIdentity.js";
import { lossTerm, type LossTerm } from "../losses/lossTerm.js";
import type { KnownModules } from "../losses/portable/portableFunction.js";
import { termFunction } from "../losses/portable/portableTerms.js";
import { encodeSafetensors } from "../model/safetensors.js";
import { readNewestCheckpoint, type Checkpoint } from "../training/record/checkpoint.js";
import { devicesOf, readDescription, readEvents, readStartModel } from "../training/record/readRecord.js";
import type { RecordedTerm } from "../training/record/recordedTerms.js";
import { requireWholeRecord } from "../training/record/requireWholeRecord.js";
import { changedVersions, type RunDescription } from "../training/record/runDescription.js";
import type { Run } from "../training/run.js";
import { train } from "../training/train.js";
import type { TrainOptions } from "../training/trainOptions.js";
import { differenceOfEpochs } from "./compareEpochs.js";
import { areOfFiles, obstacleToClips, remakeClips } from "./remakeClips.js";
import { plural, recordedEpoch, uncomparedEpochs } from "./uncompared.js";

export interface RerunOptions {
  /** The modules that user functions can use without importing them. */
  readonly known: KnownModules;
  /** The folder of the new record. @default beside the run's */
  readonly record?: string;
  readonly signal?: AbortSignal;
  /** Called with each epoch and, once the recorded run had it, in what it differs from it. */
  readonly onEpoch?: (epoch: EpochEvent, difference: string | null) => void;
  /** Called with what may make the numbers differ. */
  readonly onWarning?: (message: string) => void;
}

const unseenContent =
  "Pictures and videos were compared by name, number and at most size: if the content of a file was changed since the " +
  "run, that alone makes the numbers differ.";

/** A run that was repeated from its record. */
export interface Rerun {
  readonly run: Run;
  /** The first difference from the recorded run, as a sentence; null when all numbers are the same. */
  readonly difference: string | null;
  /** The number of epochs that both have. */
  readonly compared: number;
  /** Whether the weights at the end were compared, too: the recorded run must have finished. */
  readonly weights: boolean;
  /** What could not be compared, each with the reason, e.g. "1 of 3 epochs: lines of events.jsonl are damaged". */
  readonly uncompared: readonly string[];
}

/**
 * Repeats a run from its record alone and compares the numbers.
 * @param folder of the run's record
 * @throws RangeError listing all that the record lacks, before anything is computed
 */
export async function rerun(folder: string, options: RerunOptions): Promise<Rerun> {
  const description = readRepeatable(folder);
  let damaged = false;
  const events = readEvents(folder, (message) => {
    damaged = true;
    options.onWarning?.(message);
  });
  await requireRepeatable(description, events);
  for (const change of changedVersions(description))
    options.onWarning?.(`The run was made with ${change.replace(" and goes on with", ", this is")}.`);
  const model = readStartModel(folder, description);
  const { train: learnt, validate, stills } = description.data;
  const clips = await remakeClips(learnt, "The training clips");
  const settings: TrainOptions = {
    ...settingsOf(description),
    device: devicesOf(events)[0] ?? description.plan.device,
    loss: description.loss.map((term) => restoredTerm(term, options.known)),
    validate: validate ? await remakeClips(validate, "The validation clips") : undefined,
    ...(stills && {
      pretraining: {
        ...description.plan.pretraining,
        stills: await remakeClips(stills, "The stills of the pretraining"),
      },
    }),
    record: options.record ?? path.dirname(folder),
    source: `aen rerun ${description.id}`,
    signal: options.signal,
  };
  const training = train(model, clips, settings);
  let difference: string | null = null;
  for await (const event of training) {
    if (event.type !== "epoch") continue;
    const before = recordedEpoch(events, event);
    const here = before ? differenceOfEpochs(before, event) : null;
    difference ??= here && `in epoch ${event.epoch} of ${event.phase}, ${here}`;
    options.onEpoch?.(event, here);
  }
  const run = await training;
  model.dispose();
  const epochs = uncomparedEpochs(folder, events, run.epochs, damaged);
  const weights = difference === null ? compareWeights(folder, run.folder!) : null;
  const impossible = weights && "impossible" in weights ? weights.impossible : null;
  difference ??= weights && "difference" in weights ? weights.difference : null;
  difference ??= damaged ? null : lengthDifference(events, run.epochs);
  if (difference !== null && [learnt, validate, stills].some((set) => set && areOfFiles(set)))
    options.onWarning?.(unseenContent);
  return {
    run,
    difference,
    compared: run.epochs.filter((epoch) => recordedEpoch(events, epoch)).length,
    weights: weights !== null && impossible === null,
    uncompared: [epochs, impossible].filter((each) => each !== null),
  };
}

/**
 * How a run was begun.
 * @throws RangeError for a damaged record, or a folder with something else, saying how that is repeated
 */
export function readRepeatable(folder: string): RunDescription {
  if (existsSync(path.join(folder, "folds.json"))) {
    throw new RangeError(
      `"${folder}" is a cross-validation: \`aen rerun ${path.basename(folder)}\` repeats its runs, which folds.json names.`,
    );
  }
  const study = studyOf(folder);
  if (study)
    throw new RangeError(`"${folder}" is a run of the study "${study}": repeat that, aen rerun ${study}.`);
  const description = readDescription(folder);
  requireWholeRecord(folder, description);
  return description;
}

/** The study that a run belongs to, if any. */
function studyOf(folder: string): string | undefined {
  const file = path.join(folder, "run.json");
  const found = existsSync(file) ? parseObject(readFileSync(file, "utf8")) : null;
  return (found as { readonly study?: string } | null)?.study;
}

/** @throws RangeError listing all that stands in the way */
async function requireRepeatable(
  { id, loss, data, model, plan }: RunDescription,
  events: readonly TrainingEvent[],
): Promise<void> {
  const sets = {
    "the training clips": data.train,
    "the validation clips": data.validate,
    "the stills": data.stills,
  };
  const ofData = Object.entries(sets).flatMap(([what, set]) => {
    const obstacle = set && obstacleToClips(set);
    return obstacle ? [`${what}: ${obstacle}`] : [];
  });
  const ofLoss = loss.flatMap(({ name, made }) => {
    if (!made)
      return [
        `the loss term "${name}": the record is of an earlier version, which did not keep its function`,
      ];
    return "missing" in made ? [`the loss term "${name}": ${made.missing}`] : [];
  });
  const ofModel =
    model.start === undefined
      ? ["the start weights: the record is of an earlier version, which did not say which they were"]
      : [];
  const obstacles = [...ofData, ...ofLoss, ...ofModel, ...(await obstaclesOfDevice(plan.device, events))];
  if (obstacles.length === 0) return;
  throw new RangeError(
    `The run "${id}" cannot be repeated from its record alone:\n${obstacles.map((each) => `- ${each}`).join("\n")}`,
  );
}

async function obstaclesOfDevice(planned: DeviceName, events: readonly TrainingEvent[]): Promise<string[]> {
  const used = devicesOf(events);
  if (used.length > 1) return [`the device: the run computed on ${used.join(" and then on ")}`];
  const [device = planned] = used;
  const why = device === "auto" ? null : await whyUnusable(device);
  return why === null ? [] : [`the device: the run computed on ${device}, but here: ${why}`];
}

function settingsOf({ plan }: RunDescription): TrainOptions {
  const { pretraining, earlyStopping, ...settings } = plan;
  return {
    ...settings,
    pretraining: pretraining ?? false,
    earlyStopping: earlyStopping ?? undefined,
  };
}

/** @throws RangeError for a function of the user's own that comes out as another */
function restoredTerm(
  { name, weight, description, fingerprint, made }: RecordedTerm,
  known: KnownModules,
): LossTerm {
  const recorded = made as Exclude<RecordedTerm["made"], { readonly missing: string } | undefined>;
  const value = termFunction(recorded, known);
  if ("function" in recorded && functionIdentity(value) !== fingerprint) {
    throw new RangeError(
      `The loss term "${name}" does not come out as it was: its function or what it uses was changed in the record, or ` +
        `this is another version of AEN Notebook.`,
    );
  }
  return lossTerm(name, value, { weight, description });
}

function lengthDifference(events: readonly TrainingEvent[], now: readonly EpochEvent[]): string | null {
  const recorded = events.filter(({ type }) => type === "epoch");
  const last = events.at(-1);
  const wasWhole = last?.type === "end" && (last.state === "finished" || last.state === "stopped early");
  if (now.length === recorded.length || (!wasWhole && now.length > recorded.length)) return null;
  return `there are ${plural(now.length, "epoch")}, there were ${recorded.length}`;
}

/** Compares the last checkpoints, if they are of the same moment. */
function compareWeights(
  recorded: string,
  now: string,
): { readonly difference: string | null } | { readonly impossible: string } {
  const damaged: string[] = [];
  const [before, after] = [recorded, now].map((folder) =>
    readNewestCheckpoint(path.join(folder, "checkpoints"), (message) => damaged.push(message)),
  );
  const what = "the weights at the end";
  if (!before || !after) {
    const why = damaged.length > 0 ? "its checkpoints are damaged" : "it has no checkpoint";
    return { impossible: `${what}: ${before ? "the new record" : "the record"} cannot give them, ${why}` };
  }
  if (momentOf(before) !== momentOf(after)) {
    const why = damaged.length > 0 ? "its last one is damaged" : "the recorded run did not get to the end";
    return { impossible: `${what}: the newest checkpoint of the record is of an earlier moment, ${why}` };
  }
  const same = Buffer.compare(bytesOf(before), bytesOf(after)) === 0;
  return { difference: same ? null : `${what} are others` };
}

function momentOf({ state: { phase, updates } }: Checkpoint): string {
  return `${phase} ${updates}`;
}

function bytesOf({ weights, slots }: Checkpoint): Uint8Array {
  return encodeSafetensors(new Map([...weights, ...slots]));
}
