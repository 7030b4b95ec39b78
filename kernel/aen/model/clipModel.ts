/**
 * What makes a clip's emotion out of its frames; all share the bottom-up branch, its pretraining and the frame model.
 * - `"AEN"`: temporal encoders at three semantic levels and the top-down branch.
 * - `"AEN without top-down"`: the same encoders, each head on its own level: sentiment does not steer emotion.
 * - `"transformer"`: one temporal encoder on the last level's features, the plain CNN and transformer that published
 *   tables call the baseline.
 * - `"GRU"`: a recurrent network over the last level's features, its last state classified.
 * - `"mean of features"`: the mean of the last level's features over frames, classified by one linear map.
 * - `"vote of frames"`: the frame model names each frame, the majority names the clip. It learns nothing from clips.
 */
export type ClipModelName = keyof typeof clipModels;

/** What is known of a clip model without running it. */
export interface ClipModel {
  /** In tables and texts. */
  readonly title: string;
  /** The semantic levels that it encodes over time. */
  readonly encodes: "all" | "last" | "none";
  /** Whether it answers sentiment by a head of its own, and emotion by one beside the clip head. */
  readonly hasTopDownHeads: boolean;
  /** Whether it has weights beyond the bottom-up branch, so that it can learn with that branch frozen. */
  readonly learnsFromClips: boolean;
}

export const clipModels = {
  AEN: { title: "AEN", encodes: "all", hasTopDownHeads: true, learnsFromClips: true },
  "AEN without top-down": {
    ...{ title: "AEN without top-down branch", encodes: "all" },
    ...{ hasTopDownHeads: true, learnsFromClips: true },
  },
  transformer: {
    ...{ title: "Transformer on the last level's features", encodes: "last" },
    ...{ hasTopDownHeads: false, learnsFromClips: true },
  },
  GRU: {
    ...{ title: "GRU on the last level's features", encodes: "none" },
    ...{ hasTopDownHeads: false, learnsFromClips: true },
  },
  "mean of features": {
    ...{ title: "Mean of the last level's features", encodes: "none" },
    ...{ hasTopDownHeads: false, learnsFromClips: true },
  },
  "vote of frames": {
    ...{ title: "Majority vote of frames", encodes: "none" },
    ...{ hasTopDownHeads: false, learnsFromClips: false },
  },
} as const satisfies Readonly<Record<string, ClipModel>>;

/** The baselines, simplest first: every clip model but AEN. */
export const baselineNames: readonly ClipModelName[] = [
  "vote of frames",
  "mean of features",
  "GRU",
  "transformer",
  "AEN without top-down",
];

/** The clip model of a configuration: AEN where none is named. */
export function clipModelOf({ clipModel = "AEN" }: { readonly clipModel?: ClipModelName }): ClipModel {
  return clipModels[clipModel];
}

/** @throws RangeError for a name that no clip model has */
export function requireClipModel(name: string): void {
  if (Object.hasOwn(clipModels, name)) return;
  const known = Object.keys(clipModels).map((each) => `"${each}"`);
  throw new RangeError(`There is no clip model "${name}", only ${known.join(", ")}.`);
}
