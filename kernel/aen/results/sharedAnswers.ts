import type { ClipSet } from "../clips/clipSet.js";
import { mapLabels } from "../clips/mapLabels.js";
import { LabelSet } from "../labels.js";
import type { ClipPrediction } from "../../contracts/clipPrediction.js";

/** Clips with their predictions, one per clip in the same order. */
export interface PredictedClips {
  readonly clips: ClipSet;
  readonly predictions: readonly ClipPrediction[];
}

/**
 * The same clips and predictions as of a network that chooses among some of its emotions only: log-probabilities are those
 * given that it is one of them, and a sentiment group without any of them is no answer either.
 * @param shared names of emotions, in the network's order; clips have no other label
 * @throws RangeError for fewer than two emotions
 */
export function amongShared(
  { clips, predictions }: PredictedClips,
  shared: readonly string[],
): PredictedClips {
  const { labels } = clips;
  if (shared.length === labels.emotions.length) return { clips, predictions };
  const own = sharedLabels(labels, shared);
  const emotions = shared.map((name) => labels.emotions.indexOf(name));
  const groups = own.groups.map(({ name }) => labels.groups.findIndex((group) => group.name === name));
  const { leftOut } = clips;
  return {
    clips: mapLabels(clips, own).clips.leavingOut(leftOut),
    predictions: predictions.map((prediction) => restricted(prediction, emotions, groups)),
  };
}

/**
 * A label set of some emotions, with the sentiment groups that have any of them.
 * @throws RangeError for fewer than two emotions
 */
export function sharedLabels({ emotions, groups }: LabelSet, shared: readonly string[]): LabelSet {
  if (shared.length < 2)
    throw new RangeError(
      `answers: "shared" needs at least two emotions that the clips can have, and these can have ` +
        `${shared.join() || "none"} of ${emotions.join(", ")}. Map more labels, or write answers: "all".`,
    );
  const members = groups.map(({ name, emotions: all }) => {
    return [
      name,
      all.map((emotion) => emotions[emotion]).filter((emotion) => shared.includes(emotion)),
    ] as const;
  });
  return new LabelSet(shared, Object.fromEntries(members.filter(([, names]) => names.length > 0)));
}

function restricted(
  prediction: ClipPrediction,
  emotions: readonly number[],
  groups: readonly number[],
): ClipPrediction {
  const { label, clipLogProbabilities, sentimentLogProbabilities, emotionLogProbabilities } = prediction;
  const { frameLogits, pseudoLabelLogits } = prediction;
  const only = (values: readonly number[]) => emotions.map((emotion) => values[emotion]);
  const ofFrame = (values: readonly number[] | null) => values && only(values);
  return {
    ...prediction,
    label: label === null ? null : emotions.indexOf(label),
    clipLogProbabilities: renormalised(only(clipLogProbabilities)),
    emotionLogProbabilities: renormalised(only(emotionLogProbabilities)),
    sentimentLogProbabilities:
      sentimentLogProbabilities.length === 0
        ? []
        : renormalised(groups.map((group) => sentimentLogProbabilities[group])),
    ...(frameLogits && { frameLogits: frameLogits.map(ofFrame) }),
    ...(pseudoLabelLogits && { pseudoLabelLogits: pseudoLabelLogits.map(ofFrame) }),
  };
}

/** Log-probabilities of some classes, given that it is one of them. */
function renormalised(logs: readonly number[]): number[] {
  const highest = Math.max(...logs);
  const sum = highest + Math.log(logs.reduce((total, log) => total + Math.exp(log - highest), 0));
  return logs.map((log) => log - sum);
}
