import type { ClipSet } from "../clips/clipSet.js";
import type { SplitBy } from "../clips/clipSplit.js";
import { labelled } from "./labelledClips.js";

/**
 * The clips on which a network is evaluated after each epoch: a set, or the share of the training clips, between 0 and
 * 1, to hold out for it.
 */
export type Validation = ClipSet | number;

/** The training and validation clips of a training. */
export interface LearntAndValidated {
  readonly learnt: ClipSet;
  readonly validate?: ClipSet;
}

/**
 * Splits the validation clips off the training clips if a share of them is requested. The same clips, share and seed
 * give the same split.
 * @param by what stays together. @default "identity" if all clips name a person
 * @throws RangeError for a share that is not between 0 and 1, or too few clips for two parts
 */
export function withValidation(
  clips: ClipSet,
  validate: Validation | undefined,
  { seed = 1, by }: { readonly seed?: number; readonly by?: SplitBy } = {},
): LearntAndValidated {
  if (typeof validate !== "number") return { learnt: clips, validate };
  if (!(validate > 0 && validate < 1)) {
    throw new RangeError(
      `{ validate } must be a set of clips, or the share of the training clips to hold out, between 0 and 1; got ${validate}.`,
    );
  }
  const { train, test } = labelled(clips).split({ by, test: validate, seed: `${seed}/validation` });
  return { learnt: train, validate: test };
}
