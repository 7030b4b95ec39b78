import type { ClipSet } from "../../clips/clipSet.js";
import { Model } from "../../model/model.js";
import { startModel } from "../startModel.js";
import type { TrainOptions, TrainPlan } from "../trainOptions.js";
import { branchWeights, isTrainedBottomUp, type BottomUpStart } from "./trainedBottomUp.js";

/** What a training begins with, once a given bottom-up branch is in its model. */
export interface TrainingStart<Options extends TrainOptions> {
  readonly model: Model;
  readonly options: Omit<Options, "bottomUp"> & { readonly bottomUp?: TrainPlan["bottomUp"] };
  /** The stills that a given branch learnt from; null where it is not known to have learnt from stills alone. */
  readonly stills: ClipSet | null;
}

/**
 * Resolves the options `startWeights` and `bottomUp` of a training. A given branch replaces the model's, which is not changed
 * itself.
 * @throws RangeError when a given branch does not fit or was never trained, with other values, or with a pretraining
 */
export function startOfTraining<Options extends TrainOptions>(
  given: Model,
  options: Options,
): TrainingStart<Options> {
  const { bottomUp, ...others } = options;
  const start = startModel(given, options);
  if (bottomUp === undefined || bottomUp === "learns" || bottomUp === "frozen")
    return { model: start, options: { ...others, bottomUp }, stills: null };
  const { from, learns = false } = branchOf(bottomUp);
  if (options.pretraining) {
    throw new RangeError("Leave out { pretraining }: the branch given as { bottomUp } is trained already.");
  }
  const model = start.copy();
  model.setWeights(branchWeights(from, model), { partial: true });
  const stills = from instanceof Model ? null : (from.stills ?? null);
  const resolved = { ...others, bottomUp: learns ? "learns" : "frozen", startWeights: undefined } as const;
  return { model, options: resolved, stills };
}

function branchOf(bottomUp: NonNullable<TrainOptions["bottomUp"]>): BottomUpStart {
  if (isTrainedBottomUp(bottomUp)) return { from: bottomUp };
  const { from } = bottomUp as Partial<BottomUpStart>;
  if (isTrainedBottomUp(from)) return bottomUp as BottomUpStart;
  throw new RangeError(
    '{ bottomUp } is "learns", "frozen", what aen.bottomUp.fit gives, a run, a model, or { from, learns: true }.',
  );
}
