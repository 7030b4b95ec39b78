import { peopleSentence } from "../../metrics/people.js";
import type { Confusion } from "../../metrics/confusion.js";
import type { NeverNamed } from "../../metrics/neverNamed.js";
import type { SentimentReading } from "../../metrics/sentimentReadings.js";
import type { ConfusionSummary, Estimate } from "../../metrics/summary.js";
import { initials, percent } from "../drawing/labelText.js";
import { ruleNames } from "./ruleNames.js";

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
  const clips = `${summary.clips} ${summary.clips === 1 ? "clip" : "clips"}, beta ${beta.toFixed(2)}${without}.`;
  if (summary.clips === 0) return [errorLine(summary), ...(without === "" ? [] : [clips])];
  return [
    `Emotions: UAR ${estimate(summary.uar)}, WAR ${estimate(summary.war)}`,
    `Macro F1 of the emotions ${estimate(summary.macroF1)}`,
    hasSentimentHead
      ? `Sentiment (own head): UAR ${estimate(summary.sentimentUar)}, WAR ${estimate(summary.sentimentWar)}`
      : "Sentiment (own head): this network has none.",
    `Sentiment (group): UAR ${estimate(summary.groupUar)}, WAR ${estimate(summary.groupWar)}`,
    readingsLine(readings),
    ...neverNamedLines(summary),
    errorLine(summary),
    `${clips} In brackets: ${Number((100 * summary.level).toFixed(2))} % interval.`,
    peopleSentence(summary.people, summary.nameless),
  ];
}

/** "62 % of errors stay within their sentiment group"; also says so when there are no errors. */
export function errorLine({ errors, errorsWithinGroup, clips }: ConfusionSummary): string {
  if (clips === 0) return "No clip has both a label and a prediction.";
  if (errors === 0) return "No errors.";
  const share = percent(errorsWithinGroup / errors);
  return `${share} % of errors stay within their sentiment group (${errorsWithinGroup} of ${errors}).`;
}

/** "Sentiment UAR by published rules: clip head 55.0 %, fused 57.1 %, combined 80.2 %" */
function readingsLine(readings: SentimentReadings): string {
  const rules = otherRules.map((rule) => `${ruleNames[rule]} ${known(readings[rule].uar)}`);
  return `Sentiment UAR by published rules: ${rules.join(", ")}`;
}

/** A class that is never predicted is hidden by a mean over classes, so it is named. */
function neverNamedLines({ emotionsNeverNamed, sentimentsNeverNamed }: ConfusionSummary): string[] {
  const list = (classes: readonly NeverNamed[]) =>
    classes.map(({ name, clips }) => `${name} (${clips === 1 ? "1 clip" : `${clips} clips`})`).join(", ");
  return [
    ...(emotionsNeverNamed.length > 0 ? [`Emotions never named: ${list(emotionsNeverNamed)}.`] : []),
    ...(sentimentsNeverNamed.length > 0
      ? [`The sentiment head never names: ${list(sentimentsNeverNamed)}.`]
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
    ...(unlabelled > 0 ? [`${unlabelled} without label`] : []),
    ...(unpredicted > 0 ? [`${unpredicted} without a finite score`] : []),
    ...(sentimentUnpredicted > 0
      ? [`${sentimentUnpredicted} without a finite score of the sentiment head`]
      : []),
  ];
  return parts.length === 0 ? "" : ` (left out: ${parts.join(", ")})`;
}
