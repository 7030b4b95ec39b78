import type { TrainAndTest } from "../../clips/clipSet.js";
import type { SplitBy } from "../../clips/clipSplit.js";
import type { TrainOptions } from "../trainOptions.js";
import type { Validation } from "../validation.js";

/** How folds are made and trained; the other options are those of a single training. */
export interface FoldsOptions extends TrainOptions {
  /**
   * The number of parts into which the clips are divided, each held out in turn; or the pairs themselves, such as the
   * published DFEW lists. @default 5
   */
  readonly folds?: number | readonly TrainAndTest[];
  /** What stays together: "identity" for subject-independent folds. @default "identity" if all clips name a person */
  readonly by?: SplitBy;
  /**
   * Clips on which each fold's network is evaluated after each epoch, e.g. for early stopping: a share of the fold's
   * training clips, held out from them, or a set of other clips, the same for all folds. A fold's test clips are never
   * used before its end. @default none
   */
  readonly validate?: Validation;
  /** The weight of the clip head in the figures. @default 0.3 as published */
  readonly beta?: number;
  /** Resumes a cross-validation that was stopped or crashed, by its id; all else must be unchanged. */
  readonly resume?: string;
}
