import { peopleSentence } from "../peopleSentence.js";
import type { Confusion } from "../../metrics/confusion.js";
import type { NeverNamed } from "../../metrics/neverNamed.js";
import type { SentimentReading } from "../../metrics/sentimentReadings.js";
import type { ConfusionSummary, Estimate } from "../../metrics/summary.js";
import { initials, percent } from "../drawing/labelText.js";
import { ruleNames } from "./ruleNames.js";
import { worded, wordedCount } from "../../words/words.js";

/** The rules of reading sentiment whose scores stand on a line of their own, without intervals. */
export const otherRules = ["clip head", "fused groups", "combined"] as const;

type SentimentReadings = Readonly<Record<(typeof otherRules)[number], SentimentReading>>;

/** The matrix as a table of monospaced text; rows are the truth. */
export function confusionText(confusion: Confusion): string {
  const { classes, counts, recall } = confusion;
  const heads = [...initials(classes.map(({ name }) => name)), "recall"];
  const names = classes.map(({ name }) => [...name].slice(0, 16).join(""));
  const cells = counts.map((row, k) => [...row.map(String), `${percent(recall[k])} %`]);
  const width = Math.max(...heads.map((head) => head.length), ...cells.flat().map((cell) => cell.length)) + 2;
  const left = Math.max(...names.map((name) => name.length));
  const lines = cells.map(
    (row, k) => names[k].padEnd(left) + row.map((cell) => cell.padStart(width)).join(""),
  );
  return ["".padEnd(left) + heads.map((head) => head.padStart(width)).join(""), ...lines].join("\n");
}

/**
 * The figures below the matrix as plain sentences: the sentiment head's own answer stands first among those of
 * sentiment, the other published rules of reading it after it.
 * @param hasSentimentHead false for a network without that head, which then has no figures of it
 */
export function summaryLines(
  summary: ConfusionSummary,
  readings: SentimentReadings,
  beta: number,
  hasSentimentHead = true,
): string[] {
  const without = leftOut(hasSentimentHead ? summary : { ...summary, sentimentUnpredicted: 0 });
  const clips = wordedCount(
    summary.clips,
    "{0} clip, beta {1}{2}.",
    "{0} clips, beta {1}{2}.",
    ...[beta.toFixed(2), without],
  );
  if (summary.clips === 0) return [errorLine(summary), ...(without === "" ? [] : [clips])];
  return [
    worded("Emotions: UAR {0}, WAR {1}", estimate(summary.uar), estimate(summary.war)),
    worded("Macro F1 of the emotions {0}", estimate(summary.macroF1)),
    hasSentimentHead
      ? worded(
          "Sentiment (own head): UAR {0}, WAR {1}",
          estimate(summary.sentimentUar),
          estimate(summary.sentimentWar),
        )
      : worded("Sentiment (own head): this network has none."),
    worded("Sentiment (group): UAR {0}, WAR {1}", estimate(summary.groupUar), estimate(summary.groupWar)),
    readingsLine(readings),
    ...neverNamedLines(summary),
    errorLine(summary),
    worded("{0} In brackets: {1} % interval.", clips, Number((100 * summary.level).toFixed(2))),
    peopleSentence(summary.people, summary.nameless),
  ];
}

/** "62 % of errors stay within their sentiment group"; also says so when there are no errors. */
export function errorLine({ errors, errorsWithinGroup, clips }: ConfusionSummary): string {
  if (clips === 0) return worded("No clip has both a label and a prediction.");
  if (errors === 0) return worded("No errors.");
  const share = percent(errorsWithinGroup / errors);
  return worded(
    "{0} % of errors stay within their sentiment group ({1} of {2}).",
    share,
    errorsWithinGroup,
    errors,
  );
}

/** "Sentiment UAR by published rules: clip head 55.0 %, fused 57.1 %, combined 80.2 %" */
function readingsLine(readings: SentimentReadings): string {
  const rules = otherRules.map((rule) => `${worded(ruleNames[rule])} ${known(readings[rule].uar)}`);
  return worded("Sentiment UAR by published rules: {0}", rules.join(", "));
}

/** A class that is never predicted is hidden by a mean over classes, so it is named. */
function neverNamedLines({ emotionsNeverNamed, sentimentsNeverNamed }: ConfusionSummary): string[] {
  const list = (classes: readonly NeverNamed[]) =>
    classes
      .map(({ name, clips }) => wordedCount(clips, "{1} ({0} clip)", "{1} ({0} clips)", name))
      .join(", ");
  return [
    ...(emotionsNeverNamed.length > 0
      ? [worded("Emotions never named: {0}.", list(emotionsNeverNamed))]
      : []),
    ...(sentimentsNeverNamed.length > 0
      ? [worded("The sentiment head never names: {0}.", list(sentimentsNeverNamed))]
      : []),
  ];
}

function known(rate: number): string {
  return Number.isFinite(rate) ? `${percent(rate, 1)} %` : "–";
}

/** A rate in percent with its interval, "62.4 % (58.0-66.7)". */
export function estimate({ value, low, high }: Estimate): string {
  if (!Number.isFinite(value)) return "–";
  return `${percent(value, 1)} % (${percent(low, 1)}–${percent(high, 1)})`;
}

function leftOut({ unlabelled, unpredicted, sentimentUnpredicted }: ConfusionSummary): string {
  const parts = [
    ...(unlabelled > 0 ? [worded("{0} without label", unlabelled)] : []),
    ...(unpredicted > 0 ? [worded("{0} without a finite score", unpredicted)] : []),
    ...(sentimentUnpredicted > 0
      ? [worded("{0} without a finite score of the sentiment head", sentimentUnpredicted)]
      : []),
  ];
  return parts.length === 0 ? "" : worded(" (left out: {0})", parts.join(", "));
}
