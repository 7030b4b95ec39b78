import { existsSync } from "node:fs";
import path from "node:path";
import type { ClipSet, TrainAndTest } from "../../data/clipSet.js";
import type { SplitBy } from "../../data/clipSplit.js";
import { Evaluation } from "../../metrics/evaluation.js";
import type { Model } from "../../model/model.js";
import { resume } from "../resume.js";
import { newRunId, requireSameLabels, type Run } from "../run.js";
import type { RunInProgress } from "../runInProgress.js";
import { train } from "../train.js";
import { planTraining, type TrainOptions } from "../trainOptions.js";
import { CrossValidation, type FoldResult } from "./crossValidation.js";
import { FoldsInProgress } from "./foldsInProgress.js";
import { FoldsRecord } from "./foldsRecord.js";

/** How folds are made and trained; the rest as for one training. */
export interface FoldsOptions extends Omit<TrainOptions, "validate"> {
  /**
   * How many parts the clips are divided into, each held out in turn; or the pairs themselves, such as the published
   * lists of DFEW. @default 5
   */
  readonly folds?: number | readonly TrainAndTest[];
  /** What stays together: "identity" for subject-independent folds. @default "identity" where all clips name a person */
  readonly by?: SplitBy;
  /**
   * The share of each fold's training clips on which it is judged after each epoch, e.g. for early stopping. They
   * are held out from the training; the fold's test clips are never looked at before its end. @default none
   */
  readonly validate?: number;
  /** The share of the clip head in the figures. @default 0.3 as published */
  readonly beta?: number;
  /** Goes on with a cross-validation that was stopped or died, by its id; all else must be as it was. */
  readonly resume?: string;
}

/**
 * Cross-validation: trains a copy of a model on every fold and judges each by the clips that it has not seen. Each
 * fold is a run with a record of its own; a fold that was interrupted goes on from its newest checkpoint.
 * @returns a handle that can be awaited (the {@link CrossValidation}), steered, and watched fold by fold
 * @throws RangeError (at once) for options that cannot be, test sets with clips in common, and a `resume` that does
 * not fit
 * @example
 * const result = await aen.trainFolds(aen.model("small"), clips, { folds: 5, by: "identity", seed: 7 });
 */
export function trainFolds(model: Model, clips: ClipSet, options: FoldsOptions = {}): FoldsInProgress {
  requireSameLabels(model, clips);
  const pairs = pairsOf(clips, options);
  const id = options.resume ?? `${newRunId()}-folds`;
  const { record: records = ".aen/runs" } = trainOptionsOf(options);
  if (options.resume && records === false)
    throw new RangeError("Without a record there is nothing to resume.");
  // Whatever one fold would refuse is refused before the first begins.
  planTraining(model.configuration, foldOptions(options, pairs[0]).options);
  const folder = records === false ? null : path.resolve(records, id);
  const record = folder === null ? null : recordIn(folder, id, pairs, options);
  return new FoldsInProgress((steering) => carryOut({ model, pairs, id, record, options, steering }));
}

function recordIn(
  folder: string,
  id: string,
  pairs: readonly TrainAndTest[],
  { resume: earlier }: FoldsOptions,
) {
  return earlier ? FoldsRecord.open(folder, pairs) : FoldsRecord.begin(folder, id, pairs);
}

interface Work {
  readonly model: Model;
  readonly pairs: readonly TrainAndTest[];
  readonly id: string;
  readonly record: FoldsRecord | null;
  readonly options: FoldsOptions;
  readonly steering: Steering;
}

/** What the loop over the folds tells and asks its handle. */
export interface Steering {
  readonly stopped: boolean;
  /** A fold's training begins. */
  began(training: RunInProgress): void;
  finished(result: FoldResult): void;
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

/** A fold that an earlier session has finished. */
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
  const { device, signal } = trainOptionsOf(options);
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
  options: FoldsOptions,
  { train: clips }: TrainAndTest,
): { clips: ClipSet; options: TrainOptions } {
  const single = trainOptionsOf(options);
  const { validate: share, by, seed } = options;
  if (share === undefined) return { clips, options: single };
  const { train: rest, test: validate } = clips.split({ by, test: share, seed: `${seed ?? 1}/validation` });
  return { clips: rest, options: { ...single, validate } };
}

function trainOptionsOf(options: FoldsOptions): TrainOptions {
  const { folds: _folds, by: _by, validate: _validate, beta: _beta, resume: _resume, ...rest } = options;
  return rest;
}

function pairsOf(clips: ClipSet, { folds = 5, by, seed = 1 }: FoldsOptions): readonly TrainAndTest[] {
  const pairs = typeof folds === "number" ? clips.folds(folds, { by, seed }) : folds;
  if (pairs.length === 0) throw new RangeError("Cross-validation needs at least one fold.");
  const holder = new Map<string, number>();
  pairs.forEach(({ train: training, test }, fold) => {
    const trained = new Set(training.clips.map(({ id }) => id));
    for (const { id } of test) {
      const other = holder.get(id);
      if (trained.has(id)) throw new RangeError(`Fold ${fold + 1} has the clip "${id}" on both sides.`);
      if (other !== undefined) {
        throw new RangeError(
          `The clip "${id}" is held out twice, in fold ${other + 1} and fold ${fold + 1}.`,
        );
      }
      holder.set(id, fold);
    }
  });
  return pairs;
}
