import type { ClipScores } from "../contracts/clipScores.js";
import type { Grouping } from "../contracts/labels.js";
import { type ClipsOfPeople, clipsOfPeople } from "./clusteredClips.js";
import { confusionMatrix, type Counts } from "./confusionMatrix.js";
import { predictedEmotions } from "./fusion.js";
import { groupOfEmotion, predictedSentiments, type SentimentRule } from "./sentiment.js";

/** The predicted class of each clip, and their confusion matrix. */
export interface CountedClips {
  /** The predicted class of each clip, `[clips]`; -1 where a score is not finite. */
  readonly named: Int16Array;
  /** Counts by true and predicted class, in the order of the label set. */
  readonly matrix: Counts;
  /** Number of clips not counted because they have no label. */
  readonly unlabelled: number;
  /** Number of labelled clips not counted because their scores are not finite. */
  readonly unpredicted: number;
  /** The clips with their people, a clip that names no one with one of its own; null where no labelled clip names any. */
  readonly ofPeople: ClipsOfPeople | null;
  /** Number of counted clips that name no one. */
  readonly nameless: number;
}

/** The predicted emotions of clips, and the sentiment head's own answers. */
export interface NamedClips extends CountedClips {
  /** The sentiment groups that the sentiment head predicts. */
  readonly sentiment: CountedClips;
}

/** Predicts emotion and sentiment of every clip and counts the labelled ones. */
export function nameClips(clips: readonly ClipScores[], labels: Grouping, beta: number): NamedClips {
  const emotions = counted(clips, labelsOf(clips), predictedEmotions(clips, beta), labels.emotions.length);
  return { ...emotions, sentiment: nameSentiments(clips, labels, beta, "head") };
}

/** Predicts the sentiment of every clip under a rule and counts the labelled ones: classes are sentiment groups. */
export function nameSentiments(
  clips: readonly ClipScores[],
  { groups }: Grouping,
  beta: number,
  rule: SentimentRule,
): CountedClips {
  const truths = labelsOf(clips).map((label) => (label === null ? null : groupOfEmotion(groups, label)));
  return counted(clips, truths, predictedSentiments(clips, groups, beta, rule), groups.length);
}

function labelsOf(clips: readonly ClipScores[]): (number | null)[] {
  return clips.map(({ label }) => label);
}

function counted(
  clips: readonly ClipScores[],
  truths: readonly (number | null)[],
  named: Int16Array,
  classes: number,
): CountedClips {
  return {
    named,
    matrix: confusionMatrix(truths, named, classes),
    unlabelled: truths.filter((truth) => truth === null).length,
    unpredicted: truths.filter((truth, index) => truth !== null && named[index] === -1).length,
    ofPeople: clipsOfPeople(clips, truths, named),
    nameless: clips.filter(
      ({ person }, index) => person === undefined && truths[index] !== null && named[index] !== -1,
    ).length,
  };
}
