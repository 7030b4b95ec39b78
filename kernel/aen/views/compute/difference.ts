import { points } from "../drawing/names.js";
import type { ConfusionDifferencePayload } from "../payload/confusionDifference.js";
import { predictions, summarize } from "./confusion.js";

/** How the figures of the two runs differ, in sentences. */
export function differenceLines({ labels, beta, base, run }: ConfusionDifferencePayload): string[] {
  const [before, after] = [base, run].map(({ clips }) => summarize(clips, predictions(clips, beta), labels));
  const change = (left: { value: number }, right: { value: number }) =>
    `${points(right.value - left.value, 1)} points (${(left.value * 100).toFixed(1)} to ${(right.value * 100).toFixed(1)} %)`;
  return [
    `Emotions: UAR ${change(before.uar, after.uar)}, WAR ${change(before.war, after.war)}`,
    `Sentiment: UAR ${change(before.sentimentUar, after.sentimentUar)}, WAR ${change(before.sentimentWar, after.sentimentWar)}`,
    `Errors across groups: ${before.errors - before.errorsWithinGroup} before, ${after.errors - after.errorsWithinGroup} after; within: ${before.errorsWithinGroup} before, ${after.errorsWithinGroup} after.`,
  ];
}
