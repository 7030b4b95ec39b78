import { existsSync } from "node:fs";
import path from "node:path";
import type { ClipSet, TrainAndTest } from "../../clips/clipSet.js";
import { Evaluation } from "../../results/evaluation.js";
import type { Model } from "../../model/model.js";
import { resume } from "../resume.js";
import { requireSameLabels } from "../requireSameLabels.js";
import { newRunId, type Run } from "../run.js";
import type { RunInProgress } from "../runInProgress.js";
import { train } from "../train.js";
import { planTraining, type DividedTrainOptions } from "../trainOptions.js";
import { remark } from "../../host/remark.js";
import { sharedStills } from "../bottomUp/sharedStills.js";
import { startOfTraining, type TrainingStart } from "../bottomUp/startOfTraining.js";
import { withValidation } from "../validation.js";
import { CrossValidation, type FoldResult } from "./crossValidation.js";
import { foldPairs, requireUntested } from "./foldPairs.js";
import type { FoldsOptions } from "./foldsOptions.js";
import { foldsIdentity } from "./foldsIdentity.js";
import { FoldsInProgress } from "./foldsInProgress.js";
import type { FoldsSteering } from "./foldsSteering.js";
import { lockFolds } from "./foldsLock.js";
import { FoldsRecord } from "./foldsRecord.js";

/**
 * Cross-validation: trains a copy of a model on every fold and evaluates each on the clips that it has not seen. Each
 * fold is a run with its own record; an interrupted fold resumes from its newest checkpoint.
 * @returns a handle that can be awaited (the {@link CrossValidation}), steered, and watched fold by fold
 * @throws RangeError (synchronously) for invalid options, test sets with clips in common, or a `resume` that does not
 * match
 * @example
 * const result = await aen.trainFolds(aen.model("small"), clips, { folds: 5, by: "identity", seed: 7 });
 */
export function trainFolds(given: Model, clips: ClipSet, wanted: FoldsOptions = {}): FoldsInProgress {
  requireSameLabels(given, clips);
  const { model, options, stills } = startOfTraining(given, wanted);
  if (stills) sharedStills(stills, clips).forEach(remark);
  const pairs = foldPairs(clips, options);
  const id = options.resume ?? `${newRunId()}-folds`;
  const { record: records = ".aen/runs" } = options;
  if (options.resume && records === false)
    throw new RangeError("Without a record there is nothing to resume.");
  requireUntested(options.validate, pairs);
  // Anything that one fold would reject is rejected before the first starts.
  const plan = planTraining(model.configuration, foldOptions(options, pairs[0]).options);
  const folder = records === false ? null : path.resolve(records, id);
  const { record, unlock } =
    folder === null
      ? { record: null, unlock: () => {} }
      : recordIn(folder, id, pairs, options, foldsIdentity(model, plan, options.validate));
  return new FoldsInProgress((steering) =>
    carryOut({ model, pairs, id, record, options, steering }).finally(unlock),
  );
}

function recordIn(
  folder: string,
  id: string,
  pairs: readonly TrainAndTest[],
  { resume: earlier }: Pick<FoldsOptions, "resume">,
  settings: string,
): { record: FoldsRecord; unlock: () => void } {
  const unlock = earlier && !existsSync(folder) ? () => {} : lockFolds(folder);
  try {
    const record = earlier
      ? FoldsRecord.open(folder, pairs, settings)
      : FoldsRecord.begin(folder, id, pairs, settings);
    return { record, unlock };
  } catch (error) {
    unlock();
    throw error;
  }
}

type ResolvedOptions = TrainingStart<FoldsOptions>["options"];

interface Work {
  readonly model: Model;
  readonly pairs: readonly TrainAndTest[];
  readonly id: string;
  readonly record: FoldsRecord | null;
  readonly options: ResolvedOptions;
  readonly steering: FoldsSteering;
}

async function carryOut(work: Work): Promise<CrossValidation> {
  const { pairs, id, steering } = work;
  const results: FoldResult[] = [];
  for (const fold of pairs.keys()) {
    work.options.signal?.throwIfAborted();
    const result = recordedFold(work, fold) ?? (steering.stopped ? null : await trainFold(work, fold));
    if (!result) return new CrossValidation(id, "stopped", pairs.length, results);
    results.push(result);
    steering.finished(result);
  }
  return new CrossValidation(id, "finished", pairs.length, results);
}

/** A fold that an earlier session finished; null if there is none. */
function recordedFold({ pairs, record, options }: Work, fold: number): FoldResult | null {
  const predictions = record?.predictions(fold);
  if (!record || !predictions) return null;
  const evaluation = new Evaluation(pairs[fold].test, predictions, options.beta);
  return {
    fold: fold + 1,
    clips: pairs[fold],
    id: record.description.folds[fold].run!,
    run: null,
    evaluation,
  };
}

async function trainFold(work: Work, fold: number): Promise<FoldResult | null> {
  const { pairs, record, options, steering } = work;
  const training = startFold(work, fold);
  record?.started(fold, training.run.id);
  steering.began(training);
  const run: Run = await training;
  if (run.state === "stopped") return null;
  const { device, signal } = options;
  const evaluation = await run.evaluate(pairs[fold].test, { device, signal, beta: options.beta });
  record?.finished(fold, evaluation.predictions);
  return { fold: fold + 1, clips: pairs[fold], id: run.id, run, evaluation };
}

function startFold({ model, pairs, record, options }: Work, fold: number): RunInProgress {
  const { clips, options: single } = foldOptions(options, pairs[fold]);
  const earlier = record?.description.folds[fold].run;
  const records = single.record || ".aen/runs";
  if (!earlier || !existsSync(path.resolve(records, earlier, "run.json"))) return train(model, clips, single);
  const { validate, signal, device, loss, pretraining } = single;
  const stills = pretraining ? pretraining.stills : undefined;
  return resume(earlier, clips, { validate, signal, device, loss, stills, record: records });
}

/** The training clips of a fold and the options of its training. */
function foldOptions(
  options: ResolvedOptions,
  { train: clips }: TrainAndTest,
): { clips: ClipSet; options: DividedTrainOptions } {
  const { folds: _folds, by: _by, beta: _beta, resume: _resume, ...single } = options;
  const { learnt, validate } = withValidation(clips, options.validate, options);
  return { clips: learnt, options: { ...single, validate } };
}
