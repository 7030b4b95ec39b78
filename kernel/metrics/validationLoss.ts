import type { Labels } from "../contracts/labels.js";
import type { ClipPrediction } from "../contracts/clipPrediction.js";
import { groupSum } from "./sentiment.js";

/**
 * The published validation loss (SPEC.md, section 3): sentiment and emotion loss, unweighted, with group means.
 * @throws RangeError when a clip has no label
 */
export function validationLoss(predictions: readonly ClipPrediction[], labels: Labels): number {
  const losses = predictions.map((prediction) => clipLoss(prediction, labels, "mean"));
  return losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
}

/** The published test script's loss for one clip: {@link validationLoss} with group sums (SPEC.md, quirk 5). */
export function testScriptLoss(prediction: ClipPrediction, labels: Labels): number {
  return clipLoss(prediction, labels, "sum");
}

function clipLoss(prediction: ClipPrediction, labels: Labels, share: "mean" | "sum"): number {
  const { label, clip, clipLogProbabilities: pg, sentimentLogProbabilities: pl1 } = prediction;
  if (label === null) throw new RangeError(`The clip "${clip}" has no label to compare with.`);
  const group = labels.groupOf[label];
  const members = share === "mean" ? labels.groups[group].emotions.length : 1;
  const sentiment = 0.7 * pl1[group] + (0.3 * groupSum(pg, labels.groups)[group]) / members;
  const emotion = 0.7 * prediction.emotionLogProbabilities[label] + 0.3 * pg[label];
  return -(sentiment + emotion);
}
