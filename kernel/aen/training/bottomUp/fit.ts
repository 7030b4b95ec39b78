import type { ClipSet } from "../../clips/clipSet.js";
import { remark } from "../../host/remark.js";
import { Model, model as newModel } from "../../model/model.js";
import type { ModelOptions, PresetName } from "../../model/presets.js";
import { labelled } from "../labelledClips.js";
import { train } from "../train.js";
import type { PretrainingOptions, TrainOptions } from "../trainOptions.js";
import type { Validation } from "../validation.js";
import { FitInProgress } from "./fitInProgress.js";
import { requireStills } from "./requireStills.js";

/** How a bottom-up branch learns from stills. */
export interface FitOptions
  extends
    Omit<PretrainingOptions, "stills" | "framesPerClip">,
    Pick<
      TrainOptions,
      "device" | "threads" | "seed" | "optimizer" | "signal" | "record" | "checkpointSeconds" | "source"
    > {
  /**
   * A preset or configuration, whose weights the seed draws, or a model to start from, such as one of
   * `aen.bottomUp.startFrom`; it is not changed. @default "recommended"
   */
  readonly model?: PresetName | ModelOptions | Model;
  /**
   * Stills on which the branch is evaluated after each epoch, or the share of the stills, between 0 and 1, to hold out for it,
   * by whole persons if all stills name one. The branch keeps the weights of the epoch with the best UAR on them, so its
   * figures on these same stills are optimistic.
   */
  readonly validate?: Validation;
  /** Which weights the branch keeps: those of the last epoch, or of the best. @default "best" with validation */
  readonly keep?: TrainOptions["keep"];
}

/**
 * Trains a bottom-up branch and its frame head on labelled stills by cross-entropy, emotions drawn equally often, as
 * `aen.train` pretrains them (SPEC.md, section 4, quirk 14). Settings default to the preset's for pretraining.
 * @returns a handle that can be awaited (the `BottomUp`), steered and watched; stopping it keeps what was learnt
 * @throws RangeError (synchronously) for clips with several frames, stills of one emotion only, invalid options, or labels
 *   other than the model's
 * @example const branch = await aen.bottomUp.fit(train, { model: "small", epochs: 10, seed: 7 });
 */
export function fit(stills: ClipSet, options: FitOptions = {}): FitInProgress {
  requireStills(stills);
  const learnt = labelled(stills);
  requireEmotions(learnt);
  const { model, epochs, batch, learningRate, schedule, augment, validate, ...beside } = options;
  if (validate !== undefined && typeof validate !== "number") requireStills(validate);
  const { keep = validate === undefined ? undefined : "best" } = options;
  if (keep === "best" && validate === undefined)
    throw new RangeError(
      '{ keep: "best" } needs stills to judge epochs on: { validate: 0.2 }, or a set of them.',
    );
  const pretraining = { epochs, batch, learningRate, schedule, augment, framesPerClip: 1 };
  const start = startOf(model, learnt, options.seed);
  return new FitInProgress(train(start, learnt, { ...beside, validate, keep, epochs: 0, pretraining }));
}

/** A model that was trained would not be trained again: its frozen frame model is left off. */
function startOf(model: FitOptions["model"], { labels }: ClipSet, seed = 1): Model {
  if (!(model instanceof Model)) return newModel(model ?? "recommended", { labels, seed });
  const weights = [...model.weights()].filter(([name]) => !name.startsWith("frozen."));
  return new Model(model.configuration, model.labels, model.seed, new Map(weights));
}

/** Says which emotions cannot be learnt. */
function requireEmotions({ labels, classCounts }: ClipSet): void {
  const without = labels.emotions.filter((_, emotion) => classCounts[emotion] === 0);
  if (without.length >= labels.emotions.length - 1) {
    throw new RangeError("The stills show one emotion only, so there is nothing to tell apart.");
  }
  if (without.length > 0)
    remark(`no still shows ${without.join(" or ")}, so the branch learns nothing of it.`);
}
