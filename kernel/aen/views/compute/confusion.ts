import type { ClipPayload, LabelsPayload } from "../payload/clips.js";
import { predictedEmotion } from "./fusion.js";
import { type Estimate, meanOfRates, wilson } from "./intervals.js";

/** One row and column of the matrix: an emotion, or a whole group when it is folded. */
export interface ConfusionClass {
  readonly name: string;
  readonly group: number;
  /** Emotions that are counted here. */
  readonly emotions: readonly number[];
  readonly folded: boolean;
}

export interface Confusion {
  readonly classes: readonly ConfusionClass[];
  /** `[truth][predicted]` */
  readonly counts: readonly (readonly number[])[];
  readonly truths: readonly number[];
  readonly predictions: readonly number[];
  /** Recall by class; NaN for a class without clips. */
  readonly recall: readonly number[];
  readonly precision: readonly number[];
}

/** Figures under the matrix. */
export interface ConfusionSummary {
  readonly clips: number;
  readonly unlabelled: number;
  /** Labelled clips whose scores are not finite. */
  readonly unpredicted: number;
  readonly uar: Estimate;
  readonly war: Estimate;
  readonly sentimentUar: Estimate;
  readonly sentimentWar: Estimate;
  readonly errors: number;
  /** Errors that stay within their sentiment group. */
  readonly errorsWithinGroup: number;
}

/** The group of each emotion; -1 where a damaged payload names none. */
export function groupOfEmotions(labels: LabelsPayload): number[] {
  const groupOf = labels.emotions.map(() => -1);
  labels.groups.forEach((group, g) => group.emotions.forEach((emotion) => (groupOf[emotion] = g)));
  return groupOf;
}

/** Rows and columns in the order of the groups; a folded group is one class. */
export function confusionClasses(labels: LabelsPayload, folded: ReadonlySet<number>): ConfusionClass[] {
  return labels.groups.flatMap((group, g): ConfusionClass[] => {
    if (folded.has(g)) return [{ name: group.name, group: g, emotions: group.emotions, folded: true }];
    return group.emotions.map((emotion) => ({
      name: labels.emotions[emotion],
      group: g,
      emotions: [emotion],
      folded: false,
    }));
  });
}

/** Predicted emotion of every clip, -1 where there is none. */
export function predictions(clips: readonly ClipPayload[], beta: number): Int16Array {
  return Int16Array.from(clips, (clip) => predictedEmotion(clip, beta));
}

/** Counts clips by true and predicted class; clips without label or prediction are left out. */
export function countConfusion(
  clips: readonly ClipPayload[],
  predicted: ArrayLike<number>,
  classes: readonly ConfusionClass[],
): Confusion {
  const classOf = new Map(classes.flatMap((one, k) => one.emotions.map((emotion) => [emotion, k] as const)));
  const counts = classes.map(() => new Array<number>(classes.length).fill(0));
  clips.forEach((clip, i) => {
    const truth = clip.label === null ? undefined : classOf.get(clip.label);
    const guess = classOf.get(predicted[i]);
    if (truth !== undefined && guess !== undefined) counts[truth][guess]++;
  });
  const truths = counts.map((row) => row.reduce((sum, count) => sum + count, 0));
  const columns = classes.map((_, k) => counts.reduce((sum, row) => sum + row[k], 0));
  return {
    classes,
    counts,
    truths,
    predictions: columns,
    recall: truths.map((count, k) => (count > 0 ? counts[k][k] / count : NaN)),
    precision: columns.map((count, k) => (count > 0 ? counts[k][k] / count : NaN)),
  };
}

/** UAR and WAR on both levels, and how many errors cross the border of a group. */
export function summarize(
  clips: readonly ClipPayload[],
  predicted: ArrayLike<number>,
  labels: LabelsPayload,
): ConfusionSummary {
  const emotions = countConfusion(clips, predicted, confusionClasses(labels, new Set()));
  const everyGroup = new Set(labels.groups.keys());
  const groups = countConfusion(clips, predicted, confusionClasses(labels, everyGroup));
  const count = emotions.truths.reduce((sum, truths) => sum + truths, 0);
  const right = trace(emotions);
  const labelled = clips.filter((clip) => clip.label !== null).length;
  return {
    clips: count,
    unlabelled: clips.length - labelled,
    unpredicted: labelled - count,
    uar: meanOfRates(diagonal(emotions), emotions.truths),
    war: wilson(right, count),
    sentimentUar: meanOfRates(diagonal(groups), groups.truths),
    sentimentWar: wilson(trace(groups), count),
    errors: count - right,
    errorsWithinGroup: trace(groups) - right,
  };
}

function diagonal({ counts }: Confusion): number[] {
  return counts.map((row, k) => row[k]);
}

function trace(confusion: Confusion): number {
  return diagonal(confusion).reduce((sum, count) => sum + count, 0);
}
