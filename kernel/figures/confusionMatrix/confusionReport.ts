import type { ClipScores } from "../../contracts/clipScores.js";
import type { LabelsPayload } from "../../contracts/payloads/clips.js";
import type { IntervalOptions } from "../../metrics/rateInterval.js";
import { type Confusion, confusionClasses, confusionOf } from "../../metrics/confusion.js";
import { type NamedClips, nameClips } from "../../metrics/namedClips.js";
import { sentimentReadings } from "../../metrics/sentimentReadings.js";
import { summarize } from "../../metrics/summary.js";
import { confusionText, otherRules, summaryLines } from "./confusionText.js";

export interface ReportedClips {
  readonly clips: readonly ClipScores[];
  readonly labels: LabelsPayload;
  readonly beta: number;
  readonly bootstrap?: IntervalOptions;
  readonly title?: string;
  /** What else a reader should know, in sentences: below the figures. */
  readonly notes?: readonly string[];
}

/** The text report on clips, shown wherever there is no renderer. */
export interface ConfusionReport {
  readonly title: string;
  /** All groups expanded. */
  readonly confusion: Confusion;
  /** Rates with their intervals, in sentences. */
  readonly lines: readonly string[];
  /** Title, table of counts and sentences, for a terminal. */
  readonly text: string;
}

/** The figures of clips that have been named, in sentences: the same in the kernel and in every view. */
export function reportLines(
  { clips, labels, beta, bootstrap, notes = [] }: ReportedClips,
  counted: NamedClips = nameClips(clips, labels, beta),
): string[] {
  const figures = summaryLines(
    summarize(counted, labels, bootstrap),
    sentimentReadings(clips, labels, beta, otherRules),
    beta,
    clips.length === 0 || clips.some(({ sentiment }) => sentiment.length > 0),
  );
  return [...figures, ...notes];
}

/** Counts clips and describes their figures in words. */
export function confusionReport(reported: ReportedClips): ConfusionReport {
  const { clips, labels, beta, title } = reported;
  const counted = nameClips(clips, labels, beta);
  const confusion = confusionOf(counted.matrix, confusionClasses(labels));
  const lines = reportLines(reported, counted);
  const heading = title ?? "Confusion matrix by sentiment group";
  const text = [heading, "", confusionText(confusion), "", ...lines].join("\n");
  return { title: heading, confusion, lines, text };
}
