/** One peculiarity of the published code, and what the presets do about it. */
export interface PresetReason {
  /** The number in SPEC.md, section 8; null for a difference of the presets that is not about a quirk. */
  readonly quirk: number | null;
  /**
   * The options that differ between the presets for this reason: `model.` for `ModelConfiguration`,
   * `loss.` for `LossOptions`, `training.` for `TrainOptions`. Empty where both presets do the same.
   */
  readonly options: readonly string[];
  /** What the preset "published" does. */
  readonly published: string;
  /** What the preset "recommended" does. */
  readonly recommended: string;
  readonly why: string;
}

type Row = readonly [
  quirk: number | null,
  options: string,
  published: string,
  recommended: string,
  why: string,
];

const same = "The same.";

const rows: readonly Row[] = [
  [
    1,
    "model.fusionSoftmax",
    "The top-down softmax runs over the query index.",
    "It runs over the key index.",
    "Only over the keys do the weights of a query form a distribution, as attention intends.",
  ],
  [
    2,
    "",
    "Top-down scores are divided by the square root of the vector's length.",
    same,
    "It is the paper's formula, and the linear maps before it can learn the scale anyway.",
  ],
  [3, "", "Softmax and log-softmax run over the classes (axis 1).", same, "This is what was meant."],
  [
    4,
    "loss.clipGroupScore",
    "A group's score at the clip head is the mean of its log-probabilities.",
    "The logarithm of its summed probabilities.",
    "Only that is the logarithm of the group's probability; the mean wants all emotions of a group to be likely at once.",
  ],
  [
    5,
    "",
    "Means over groups in training, sums in the test script's beta sweep, each under its own name.",
    same,
    "Scores stay comparable with the published ones.",
  ],
  [
    6,
    "",
    "The transfer's mean absolute error is divided by the width a second time; its weight is 0.4 · 3.",
    same,
    "This only scales the term; no other balance of the terms was ever tuned.",
  ],
  [
    7,
    "loss.frameScore",
    "A frame's weight is its raw logit for the true emotion.",
    "It is the frame's share of the clip's probabilities of the true emotion.",
    "Raw logits may be negative and grow with training; shares are weights that sum to 1.",
  ],
  [
    8,
    "",
    "The transfer pulls the frames' features as well as the class vectors.",
    same,
    "The bottom-up branch learns from it too; { transferPulls } switches it off.",
  ],
  [
    9,
    "loss.energyPooling, loss.energyGroupShare, loss.energyActivation",
    "Sigmoids are compared with a softmax of summed frame logits; a group's share is a mean.",
    "Softmax is compared with a softmax of mean frame logits; a group's share is a sum.",
    "Then both sides are distributions that sum to 1, and the target does not saturate with more frames.",
  ],
  [
    10,
    "model.level2",
    "Semantic level 2 has parameters, but nothing depends on them.",
    "Level 2 is left out.",
    "This changes no output and makes the network smaller.",
  ],
  [11, "", "Weights without a gradient are not decayed.", same, "PyTorch does the same."],
  [
    12,
    "",
    "Any batch size and number of frames; labels repeated clip by clip.",
    same,
    "The original hard-codes 32 clips and 16 frames, but the method does not need that.",
  ],
  [13, "", "The unused earlier training function is left out.", same, "Nothing calls it."],
  [
    14,
    "training.pretraining",
    "The bottom-up branch is pretrained on stills for 100 epochs in batches of 32, at a learning rate of 1e-4 that falls to a tenth every 20 epochs; stills are cropped and flipped, nothing else.",
    "On stills or frames of the clips for 20 epochs at 1e-3, batches of 64, four frames of each clip; rate and augmentation change as on clips.",
    "The published 2D checkpoint fits another network and is not available, so pretraining starts from random weights: it needs a larger rate, and neighbouring frames add little after 20 epochs.",
  ],
  [
    15,
    "",
    "The frozen frame model is a copy of the pretrained branch, always in evaluation mode.",
    same,
    "Pseudo labels must not drift with the network that learns from them.",
  ],
  [
    16,
    "",
    "Reported at beta 0.3; the best of eleven betas is marked as optimistic.",
    same,
    "Choosing beta on the test fold overstates the result.",
  ],
  [
    17,
    "training.sampling",
    "Training draws never reach the end of a clip.",
    "Segments are spread over the whole clip, in training as in test.",
    "The peak of an expression often lies late; training should see the frames that the test sees.",
  ],
  [
    18,
    "",
    "22 angles from -5 to 5.5 degrees, nearest neighbour.",
    same,
    "The asymmetry makes little difference.",
  ],
  [
    19,
    "training.augment",
    "Colours change in every frame; a crop may keep as little as 8 % of the frame.",
    "Colours change once per clip; a crop keeps at least half of the frame.",
    "Unnatural flicker hides the motion, and a twelfth of an aligned face often shows no expression.",
  ],
  [20, "", "Every clip has its own random draws.", same, "Duplicated draws were a fault of old loaders."],
  [21, "", "An image that cannot be augmented raises an error.", same, "Continuing would crash later."],
  [
    22,
    "",
    "A list's number of frames is checked against the files.",
    same,
    "Published lists are wrong in places.",
  ],
  [
    23,
    "",
    "Frames are sorted by the numbers in their names.",
    same,
    "The order 1, 10, 11, 2 is never meant.",
  ],
  [
    24,
    "",
    "Lists are read strictly; unknown label sets are rejected.",
    same,
    "Silent mislabelling is worse.",
  ],
  [25, "", "Running statistics are updated once per training step.", same, "As published."],
  [26, "", "The prefix `module.` in checkpoints is removed.", same, "It names a wrapper, not a weight."],
  [27, "", "Validation scores count every clip once.", same, "Same as the published weighted average."],
  [28, "", "Blocks 2-1-2-2.", same, "As in the published network; other counts are an option."],
  [
    29,
    "model.normaliseClassVectors, training.learningRate, training.optimizer, training.schedule",
    "Class vectors go to the heads unchanged; SGD at 0.01, divided by ten every 40 epochs.",
    "Class vectors pass through a layer norm; AdamW at 3e-4 with two epochs of warm-up and a cosine schedule.",
    "A step moves a logit by about the learning rate times the class vector's squared length, which overshoots from random weights; bounded vectors and a warm-up do not.",
  ],
  [
    30,
    "",
    "The last epoch's weights are kept; keeping the best epoch is an option, marked as optimistic.",
    same,
    "Choosing the epoch on the test fold overstates the result.",
  ],
  [31, "", "The frozen frame model is in evaluation mode in tests too.", same, "This changes no output."],
  [
    null,
    "training.pseudoLabelsOf",
    "The frozen frame model runs on the augmented frames, in every step.",
    "It runs once, on the original frames.",
    "A pseudo label says what a frame shows, not how it was cropped; computed once, it costs next to nothing.",
  ],
  [
    null,
    "training.epochs, training.batch",
    "200 epochs of 32 clips a step.",
    "60 epochs of 16 clips a step.",
    "AdamW with a cosine schedule converges sooner, and 16 clips of 16 frames fit into an ordinary graphics card's memory.",
  ],
];

/** Every quirk of the published code (SPEC.md, section 8) and every other difference between the presets. */
export const quirks: readonly PresetReason[] = rows.map(([quirk, options, published, recommended, why]) => ({
  quirk,
  options: options === "" ? [] : options.split(", "),
  published,
  recommended,
  why,
}));
