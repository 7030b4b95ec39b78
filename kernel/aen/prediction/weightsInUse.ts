import { existsSync, statSync } from "node:fs";
import path from "node:path";
import { DataError } from "../../files/dataError.js";
import type { FrameOrder, FrameSampling } from "../batches/sampling.js";
import { remark } from "../host/remark.js";
import { LabelSet } from "../labels.js";
import { Model, type Weights } from "../model/model.js";
import { encodeSafetensors } from "../model/safetensors.js";
import { savedModel } from "../model/savedModel.js";
import { readWeightFile } from "../model/weightFiles.js";
import { readNewestCheckpoint } from "../training/record/checkpoint.js";
import { findRun, readDescription } from "../training/record/readRecord.js";
import type { Run } from "../training/run.js";
import { trainingDefaults } from "../training/trainOptions.js";
import { sha256 } from "../../files/sha256.js";

/** A network with its weights, and how it is to be given a clip's frames: as in the evaluation of its run. */
export interface WeightsInUse {
  readonly model: Model;
  readonly sampling: FrameSampling;
  readonly frameOrder: FrameOrder;
  /** Whether the model was made here, and is to be disposed of. */
  readonly isOwn: boolean;
}

/**
 * The network that weights belong to.
 * @param weights a model, a run, a file of `aen.saveWeights`, a checkpoint in a run's record, a PyTorch checkpoint of the
 *   authors' code, or the id or folder of a run, whose last weights (its best, where it keeps those) are taken
 * @param records the folder of run records
 * @throws DataError, RangeError saying what is wrong with the file or the record
 */
export async function weightsInUse(weights: string | Model | Run, records: string): Promise<WeightsInUse> {
  if (weights instanceof Model) return asInPreset(weights, false);
  if (typeof weights !== "string") {
    const { sampling, frameOrder = "in time" } = weights.plan;
    return { model: weights.model, sampling, frameOrder, isOwn: false };
  }
  return isFile(weights) ? ofFile(weights) : ofRecord(weights, records);
}

function asInPreset(model: Model, isOwn: boolean): WeightsInUse {
  const { sampling } = trainingDefaults[model.configuration.preset];
  return { model, sampling, frameOrder: "in time", isOwn };
}

async function ofFile(file: string): Promise<WeightsInUse> {
  const found = await readWeightFile(file);
  const model = savedModel(file, found);
  if (model) return asInPreset(model, true);
  const folder = path.dirname(path.dirname(path.resolve(file)));
  if (existsSync(path.join(folder, "run.json"))) return inRun(folder, found.weights);
  throw new DataError(
    "these weights do not say which network they belong to. Save them with aen.saveWeights, or name a checkpoint where " +
      "it stands in its run's record.",
    { file },
  );
}

async function ofRecord(run: string, records: string): Promise<WeightsInUse> {
  if (/\.(safetensors|pth?|ckpt|tar)$/i.test(run))
    throw new DataError("there is no such file of weights.", { file: run });
  const folder = findRun(run, records);
  const checkpoints = path.join(folder, "checkpoints");
  const best = path.join(checkpoints, "best.safetensors");
  if (readDescription(folder).plan.keep === "best" && existsSync(best))
    return inRun(folder, (await readWeightFile(best)).weights);
  const newest = readNewestCheckpoint(checkpoints, remark);
  if (newest?.state.phase === "training") return inRun(folder, newest.weights);
  throw new DataError("this run has not trained on clips yet: it has no weights to predict with.", {
    file: folder,
  });
}

function inRun(folder: string, weights: Weights): WeightsInUse {
  const { model: given, plan } = readDescription(folder);
  const labels = new LabelSet(given.emotions, given.groups);
  const model = new Model(given.configuration, labels, given.seed, weights);
  return { model, sampling: plan.sampling, frameOrder: plan.frameOrder ?? "in time", isOwn: true };
}

function isFile(name: string): boolean {
  return statSync(name, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** SHA-256 of a network: its configuration, labels and weights, wherever they were read from. */
export function hashOfModel(model: Model): string {
  const { emotions, groups } = model.labels;
  const about = JSON.stringify([model.configuration, emotions, groups]);
  return sha256(about, encodeSafetensors(model.weights()));
}
