/** Options of the loss terms; the first value of each is the published one (SPEC.md, sections 3 and 8). */
export interface LossOptions {
  /** The clip head's group score: mean or sum of log-probabilities, or log of the summed probabilities (quirk 4). */
  readonly clipGroupScore?: "mean" | "sum" | "log of sum";
  /**
   * A frame's weight in the semantic transfer: the raw logit of the true emotion, its probability, or the frame's
   * share of the clip's probabilities, so that weights sum to 1 (quirk 7).
   */
  readonly frameScore?: "logit" | "probability" | "share";
  /** Whether the transfer also pulls the frame features, or only the class vectors (quirk 8). */
  readonly transferPulls?: "features and class vectors" | "class vectors";
  /** Whether the transfer's mean absolute error is divided by the width a second time (quirk 6). */
  readonly transferDivision?: "width" | "none";
  /** The semantic levels with a transfer term. */
  readonly transferLevels?: readonly number[];
  /** How frame logits are pooled in the energy terms: sum or mean (quirk 9). */
  readonly energyPooling?: "sum" | "mean";
  /** A group's share of the frozen model's distribution: the mean or the sum over its emotions (quirk 9). */
  readonly energyGroupShare?: "mean" | "sum";
  /** What turns the network's logits into values comparable with that distribution (quirk 9). */
  readonly energyActivation?: "sigmoid" | "softmax";
  /**
   * The weight of the energy of sentiment, 0 or more. The sentiment head's own term has 0.42:
   * kernel/aen/losses/README.md compares weights.
   */
  readonly sentimentEnergyWeight?: number;
}

/** All options as published. */
export const publishedLoss: Required<LossOptions> = {
  clipGroupScore: "mean",
  frameScore: "logit",
  transferPulls: "features and class vectors",
  transferDivision: "width",
  transferLevels: [0, 1, 3],
  energyPooling: "sum",
  energyGroupShare: "mean",
  energyActivation: "sigmoid",
  sentimentEnergyWeight: 0.7,
};

/**
 * The options of the first version. The identity of a built-in function names all of these, and later ones only where
 * they differ from the published value, so that a new option leaves the identities of functions made without it alone.
 */
export const firstLossOptions: readonly (keyof LossOptions)[] = [
  "clipGroupScore",
  "frameScore",
  "transferPulls",
  "transferDivision",
  "transferLevels",
  "energyPooling",
  "energyGroupShare",
  "energyActivation",
];

/** The recommended options; the reasons are in kernel/aen/model/quirks.ts. */
export const recommendedLoss: Required<LossOptions> = {
  ...publishedLoss,
  clipGroupScore: "log of sum",
  frameScore: "share",
  energyPooling: "mean",
  energyGroupShare: "sum",
  energyActivation: "softmax",
};
