import type { ClipSet } from "../clips/clipSet.js";
import { noteDeprecated } from "../host/deprecated.js";
import { Model } from "../model/model.js";
import {
  isTrainedBottomUp,
  networkOf,
  type BottomUpStart,
  type TrainedBottomUp,
} from "../training/bottomUp/trainedBottomUp.js";
import { Run } from "../training/run.js";
import type { TrainPlan } from "../training/trainOptions.js";

/** What the runs of a study do with the bottom-up branch; see the option `bottomUp` of an ablation. */
export type StudyBottomUp = TrainPlan["bottomUp"] | TrainedBottomUp | BottomUpStart;

/** {@link StudyBottomUp}, resolved. */
export interface BottomUpChoice {
  readonly bottomUp: TrainPlan["bottomUp"];
  /** Where the branch comes from; null when each seed and fold pretrains one. */
  readonly from: Run | Model | null;
  /** The stills that it learnt from, where it is known to have learnt from stills alone. */
  readonly stills: ClipSet | null;
}

/**
 * Resolves an ablation's options for the bottom-up branch.
 * @throws RangeError for any other value, and if the deprecated `backbone` contradicts `bottomUp`
 */
export function bottomUpChoice(bottomUp?: StudyBottomUp, backbone?: "frozen" | "trained"): BottomUpChoice {
  const learns = learnsByOldName(backbone);
  if (bottomUp === undefined || isTrainedBottomUp(bottomUp)) return choice(learns ?? false, bottomUp);
  if (learns !== undefined) {
    throw new RangeError("Leave out { backbone }: { bottomUp } replaces it.");
  }
  if (bottomUp === "frozen" || bottomUp === "learns") return choice(bottomUp === "learns");
  if (typeof bottomUp === "object" && bottomUp !== null && isTrainedBottomUp(bottomUp.from)) {
    return choice(bottomUp.learns ?? false, bottomUp.from);
  }
  throw new RangeError(
    `{ bottomUp } must be "frozen", "learns", a run, a fit, a model or { from: run, learns: true }, got ${String(bottomUp)}.`,
  );
}

function choice(learns: boolean, source: TrainedBottomUp | null = null): BottomUpChoice {
  const from = source === null || source instanceof Run ? source : networkOf(source);
  const stills = source === null || source instanceof Model ? null : (source.stills ?? null);
  return { bottomUp: learns ? "learns" : "frozen", from, stills };
}

/** Reads the option by its old name; undefined when it is not given. */
function learnsByOldName(backbone?: "frozen" | "trained"): boolean | undefined {
  if (backbone === undefined) return undefined;
  noteDeprecated(
    "the option { backbone } of an ablation",
    '{ bottomUp: "frozen" } or { bottomUp: "learns" }',
  );
  return backbone === "trained";
}
