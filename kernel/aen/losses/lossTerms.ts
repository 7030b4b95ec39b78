import * as tf from "@tensorflow/tfjs-core";
import { groupLogProbabilities, groupMeans, groupSums, type LossInputs } from "./lossInputs.js";
import { lossTerm, type LossTerm } from "./lossTerm.js";

/** The choices behind the loss terms; the first of each is the published one (SPEC.md, sections 3 and 8). */
export interface LossOptions {
  /** The clip head's score of a group: mean or sum of log-probabilities, or the logarithm of the summed probabilities (quirk 4). */
  readonly clipGroupScore?: "mean" | "sum" | "log of sum";
  /** What a frame weighs in the semantic transfer: the raw logit of the true emotion, its probability, or the frame's share of the clip's probabilities, so that weights sum to 1 (quirk 7). */
  readonly frameScore?: "logit" | "probability" | "share";
  /** Whether the transfer pulls the frame features, too, or only the class vectors (quirk 8). */
  readonly transferPulls?: "features and class vectors" | "class vectors";
  /** Whether the transfer's mean absolute error is divided by the width once more (quirk 6). */
  readonly transferDivision?: "width" | "none";
  /** The semantic levels with a transfer term. */
  readonly transferLevels?: readonly number[];
  /** How the frames' logits come together in the energy terms: sum or mean (quirk 9). */
  readonly energyPooling?: "sum" | "mean";
  /** A group's share of the frozen model's distribution: the mean or the sum over its emotions (quirk 9). */
  readonly energyGroupShare?: "mean" | "sum";
  /** What turns the network's logits into what is compared with that distribution (quirk 9). */
  readonly energyActivation?: "sigmoid" | "softmax";
}

/** Every choice as published. */
export const publishedLoss: Required<LossOptions> = {
  clipGroupScore: "mean",
  frameScore: "logit",
  transferPulls: "features and class vectors",
  transferDivision: "width",
  transferLevels: [0, 1, 3],
  energyPooling: "sum",
  energyGroupShare: "mean",
  energyActivation: "sigmoid",
};

/** The sensible choice for each quirk; the reasons are in {@link presetReasons}. */
export const recommendedLoss: Required<LossOptions> = {
  ...publishedLoss,
  clipGroupScore: "log of sum",
  frameScore: "share",
  energyPooling: "mean",
  energyGroupShare: "sum",
  energyActivation: "softmax",
};

/** The loss of AEN as named terms with their published weights; their weighted sum is the total (SPEC.md, section 3). */
export function lossTerms(options: LossOptions = {}): LossTerm[] {
  const choices = { ...publishedLoss, ...options };
  const terms = termsFor(choices);
  for (const { value } of terms) choicesByFunction.set(value, choices);
  return terms;
}

const choicesByFunction = new WeakMap<LossTerm["value"], Required<LossOptions>>();

/** The choices with which {@link lossTerms} makes the same function again; null for a function of somebody else's. */
export function choicesBehind(value: LossTerm["value"]): Required<LossOptions> | null {
  return choicesByFunction.get(value) ?? null;
}

function termsFor(choices: Required<LossOptions>): LossTerm[] {
  return [
    lossTerm("sentiment at level 1", sentimentAtLevel, {
      weight: 0.6 * 0.7,
      description: "The sentiment head names the clip's sentiment group.",
    }),
    lossTerm("sentiment at clip", (inputs) => sentimentAtClip(inputs, choices.clipGroupScore), {
      weight: 0.6 * 0.3,
      description: "The clip head's emotions lie in the clip's sentiment group.",
    }),
    lossTerm("emotion at level 3", emotionAtLevel, {
      weight: 1.4 * 0.7,
      description: "The emotion head names the clip's emotion.",
    }),
    lossTerm("emotion at clip", emotionAtClip, {
      weight: 1.4 * 0.3,
      description: "The clip head names the clip's emotion.",
    }),
    ...choices.transferLevels.map((level) => transferTerm(level, choices)),
    lossTerm("energy of sentiment", (inputs) => energyOfSentiment(inputs, choices), {
      weight: 0.7,
      description: "The sentiment head agrees with the pseudo labels of all frames together.",
    }),
    lossTerm("energy of emotion", (inputs) => energyOfEmotion(inputs, choices), {
      weight: 0.3,
      description: "The emotion head agrees with the pseudo labels of all frames together.",
    }),
  ];
}

/** `-Σ L·y / B` for log-probabilities (or scores) L and one-hot y, both `[B, classes]`. */
function negativeLogLikelihood(scores: tf.Tensor, oneHot: tf.Tensor): tf.Tensor {
  return tf.neg(tf.mean(tf.sum(tf.mul(scores, oneHot), 1)));
}

function sentimentAtLevel({ groupLogProbabilities: scores, groupLabels }: LossInputs): tf.Tensor {
  return negativeLogLikelihood(scores, groupLabels);
}

function sentimentAtClip(inputs: LossInputs, score: "mean" | "sum" | "log of sum"): tf.Tensor {
  const scoreOf = { mean: groupMeans, sum: groupSums, "log of sum": groupLogProbabilities }[score];
  return negativeLogLikelihood(scoreOf(inputs.clipLogProbabilities, inputs.labelSet), inputs.groupLabels);
}

function emotionAtLevel({ emotionLogProbabilities, labels }: LossInputs): tf.Tensor {
  return negativeLogLikelihood(emotionLogProbabilities, labels);
}

function emotionAtClip({ clipLogProbabilities, labels }: LossInputs): tf.Tensor {
  return negativeLogLikelihood(clipLogProbabilities, labels);
}

function transferTerm(level: number, choices: Required<LossOptions>): LossTerm {
  return lossTerm(`semantic transfer at level ${level}`, (inputs) => transfer(inputs, level, choices), {
    weight: 0.4 * 3,
    description: `The clip's vector of level ${level} resembles its frames, each counted as much as it shows the clip's emotion.`,
  });
}

function transfer(inputs: LossInputs, level: number, choices: Required<LossOptions>): tf.Tensor {
  const target = weightedFeatureSum(inputs, level, choices);
  const classVector = inputs.classVectors[level];
  const width = classVector.shape[1] ?? 1;
  const error = tf.mean(tf.abs(tf.sub(classVector, target)));
  return choices.transferDivision === "width" ? tf.div(error, width) : error;
}

/** w: the frames' features, each times its score, summed over the frames, `[B, width]`. */
export function weightedFeatureSum(
  inputs: Pick<LossInputs, "features" | "labels" | "pseudoLabelLogits">,
  level: number,
  choices: Pick<LossOptions, "frameScore" | "transferPulls">,
): tf.Tensor {
  const features = inputs.features[level];
  const pulled = choices.transferPulls === "class vectors" ? withoutGradient(features) : features;
  return tf.sum(tf.mul(pulled, frameScores(inputs, choices.frameScore ?? "logit")), 1);
}

/** s: how much each frame shows the clip's emotion, `[B, T, 1]`. */
export function frameScores(
  { labels, pseudoLabelLogits }: Pick<LossInputs, "labels" | "pseudoLabelLogits">,
  score: "logit" | "probability" | "share",
): tf.Tensor {
  const [batch, , emotions] = pseudoLabelLogits.shape;
  const scores = score === "logit" ? pseudoLabelLogits : tf.softmax(pseudoLabelLogits);
  const ofTruth = tf.sum(tf.mul(scores, tf.reshape(labels, [batch, 1, emotions])), 2, true);
  return score === "share" ? tf.div(ofTruth, tf.add(tf.sum(ofTruth, 1, true), 1e-6)) : ofTruth;
}

/** E: the frozen model's distribution over the emotions of the whole clip, `[B, C]`. */
export function frozenDistribution(pseudoLabelLogits: tf.Tensor, pooling: "sum" | "mean"): tf.Tensor {
  return tf.softmax(pooling === "sum" ? tf.sum(pseudoLabelLogits, 1) : tf.mean(pseudoLabelLogits, 1));
}

function energyOfSentiment(inputs: LossInputs, choices: Required<LossOptions>): tf.Tensor {
  const distribution = frozenDistribution(inputs.pseudoLabelLogits, choices.energyPooling);
  const share = choices.energyGroupShare === "mean" ? groupMeans : groupSums;
  return energy(inputs.groupLogits, share(distribution, inputs.labelSet), choices);
}

function energyOfEmotion(inputs: LossInputs, choices: Required<LossOptions>): tf.Tensor {
  const distribution = frozenDistribution(inputs.pseudoLabelLogits, choices.energyPooling);
  return energy(inputs.emotionLogits, distribution, choices);
}

function energy(logits: tf.Tensor, distribution: tf.Tensor, { energyActivation }: Required<LossOptions>) {
  const activation = energyActivation === "sigmoid" ? tf.sigmoid(logits) : tf.softmax(logits);
  return tf.mean(tf.abs(tf.sub(activation, distribution)));
}

/** The same values with a derivative of zero. */
function withoutGradient(x: tf.Tensor): tf.Tensor {
  const stop = tf.customGrad((...values) => {
    const input = values[0] as tf.Tensor;
    return { value: tf.clone(input), gradFunc: (dy: tf.Tensor) => [tf.zerosLike(dy)] };
  });
  return stop(x);
}
