import type { ClipPrediction } from "../../contracts/clipPrediction.js";
import type { LabelSet } from "../labels.js";

/**
 * For each sentiment group of an arm, the base's group with the same emotions, whatever its name and place; null when
 * the arm divides the emotions in another way, so that its sentiment head cannot be judged by the base's groups.
 */
export function groupsInBase(arm: LabelSet, base: LabelSet): number[] | null {
  const key = (emotions: readonly number[]) => [...emotions].sort((a, b) => a - b).join();
  const places = arm.groups.map((group) =>
    base.groups.findIndex(({ emotions }) => key(emotions) === key(group.emotions)),
  );
  return places.includes(-1) || places.length !== base.groups.length ? null : places;
}

/**
 * An arm's predictions as the base's groups judge them: the sentiment head's scores in the order of the base's groups,
 * NaN where the arm's groups are others.
 */
export function judgedByBase(
  predictions: readonly ClipPrediction[],
  arm: LabelSet,
  base: LabelSet,
): readonly ClipPrediction[] {
  const places = groupsInBase(arm, base);
  if (places?.every((place, group) => place === group)) return predictions;
  return predictions.map((prediction) => {
    if (prediction.sentimentLogProbabilities.length === 0) return prediction;
    const sentimentLogProbabilities = new Array<number>(base.groups.length).fill(NaN);
    places?.forEach((place, group) => {
      sentimentLogProbabilities[place] = prediction.sentimentLogProbabilities[group];
    });
    return { ...prediction, sentimentLogProbabilities };
  });
}
