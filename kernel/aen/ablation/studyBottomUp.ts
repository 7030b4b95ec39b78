import { noteDeprecated } from "../host/deprecated.js";
import { Model } from "../model/model.js";
import { Run } from "../training/run.js";
import type { TrainPlan } from "../training/trainOptions.js";

/** A trained bottom-up branch that all runs of a study start from, and whether they train it further. */
export interface BottomUpStart {
  /** A trained network, or the run that trained one. It must not have seen the people that arms are judged on. */
  readonly from: Run | Model;
  /** Whether every run trains it further with the rest of the network. @default false */
  readonly learns?: boolean;
}

/** What the runs of a study do with the bottom-up branch; see the option `bottomUp` of an ablation. */
export type StudyBottomUp = TrainPlan["bottomUp"] | Run | Model | BottomUpStart;

/** {@link StudyBottomUp}, resolved. */
export interface BottomUpChoice {
  readonly bottomUp: TrainPlan["bottomUp"];
  /** Where the branch comes from; null when each seed and fold pretrains one. */
  readonly from: Run | Model | null;
}

/**
 * Resolves an ablation's options for the bottom-up branch.
 * @throws RangeError for any other value, and if the deprecated `backbone` contradicts `bottomUp`
 */
export function bottomUpChoice(bottomUp?: StudyBottomUp, backbone?: "frozen" | "trained"): BottomUpChoice {
  const learns = learnsByOldName(backbone);
  if (bottomUp === undefined || isNetwork(bottomUp)) return choice(learns ?? false, bottomUp);
  if (learns !== undefined) {
    throw new RangeError("Leave out { backbone }: { bottomUp } replaces it.");
  }
  if (bottomUp === "frozen" || bottomUp === "learns") return choice(bottomUp === "learns");
  if (typeof bottomUp === "object" && bottomUp !== null && isNetwork(bottomUp.from)) {
    return choice(bottomUp.learns ?? false, bottomUp.from);
  }
  throw new RangeError(
    `{ bottomUp } must be "frozen", "learns", a run, a model or { from: run, learns: true }, got ${String(bottomUp)}.`,
  );
}

function choice(learns: boolean, from: Run | Model | null = null): BottomUpChoice {
  return { bottomUp: learns ? "learns" : "frozen", from };
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

function isNetwork(value: unknown): value is Run | Model {
  return value instanceof Run || value instanceof Model;
}
