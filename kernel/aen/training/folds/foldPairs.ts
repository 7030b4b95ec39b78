import type { Clip } from "../../clips/clip.js";
import type { ClipSet, TrainAndTest } from "../../clips/clipSet.js";
import type { Validation } from "../validation.js";
import type { FoldsOptions } from "./foldsOptions.js";

/** @throws RangeError when a fold is tested on clips that its training validates on */
export function requireUntested(validate: Validation | undefined, pairs: readonly TrainAndTest[]): void {
  if (validate === undefined || typeof validate === "number") return;
  pairs.forEach(({ test }, fold) => {
    const shared = validate.clips.find((clip) => isSame(clip, test.find(clip.id)));
    if (!shared) return;
    throw new RangeError(
      `The clip "${shared.id}" is both a test clip of fold ${fold + 1} and a validation clip. Validate on other clips ` +
        "or on a share of each fold's training clips, e.g. { validate: 0.2 }.",
    );
  });
}

/** Ids are unique only within a set. */
function isSame(clip: Clip, other: Clip | undefined): boolean {
  return clip === other || (other !== undefined && clip.contentKey === other.contentKey);
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
  const holder = new Map<string, number>();
  pairs.forEach(({ train: training, test }, fold) => {
    const trained = new Set(training.clips.map(({ id }) => id));
    for (const { id } of test) {
      const other = holder.get(id);
      if (trained.has(id))
        throw new RangeError(
          `Fold ${fold + 1} has the clip "${id}" in both its training and its test clips.`,
        );
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
