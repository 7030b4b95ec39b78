import type { ClipSet, TrainAndTest } from "../../clips/clipSet.js";
import { KnownClips } from "../../clips/knownClips.js";
import type { Validation } from "../validation.js";
import type { FoldsOptions } from "./foldsOptions.js";

/** @throws RangeError when a fold is tested on clips that its training validates on */
export function requireUntested(validate: Validation | undefined, pairs: readonly TrainAndTest[]): void {
  if (validate === undefined || typeof validate === "number") return;
  pairs.forEach(({ test }, fold) => {
    const tested = new KnownClips(test);
    const shared = validate.clips.find((clip) => tested.has(clip));
    if (!shared) return;
    throw new RangeError(
      `The clip "${shared.id}" is both a test clip of fold ${fold + 1} and a validation clip. Validate on other clips ` +
        "or on a share of each fold's training clips, e.g. { validate: 0.2 }.",
    );
  });
}

/**
 * The training and test clips of each fold.
 * @throws RangeError for fewer than two parts, no pairs, or clips that are on both sides or tested twice
 */
export function foldPairs(
  clips: ClipSet,
  { folds = 5, by, seed = 1 }: FoldsOptions,
): readonly TrainAndTest[] {
  const pairs = typeof folds === "number" ? clips.folds(folds, { by, seed }) : folds;
  if (pairs.length === 0) throw new RangeError("Cross-validation needs at least one fold.");
  const heldOut: KnownClips[] = [];
  pairs.forEach(({ train: training, test }, fold) => {
    const trained = new KnownClips(training);
    for (const clip of test) {
      const other = heldOut.findIndex((clips) => clips.has(clip));
      if (trained.has(clip))
        throw new RangeError(
          `Fold ${fold + 1} has the clip "${clip.id}" in both its training and its test clips.`,
        );
      if (other >= 0) {
        throw new RangeError(
          `The clip "${clip.id}" is held out twice, in fold ${other + 1} and fold ${fold + 1}.`,
        );
      }
    }
    heldOut.push(new KnownClips(test));
  });
  return pairs;
}
