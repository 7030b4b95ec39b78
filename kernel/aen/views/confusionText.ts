import type { Confusion, ConfusionSummary } from "./compute/confusion.js";
import type { Estimate } from "./compute/intervals.js";
import { initials, percent } from "./drawing/names.js";

/** The matrix as a table of monospaced text, rows are the truth. */
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

/** The figures below the matrix as plain sentences. */
export function summaryLines(summary: ConfusionSummary, beta: number): string[] {
  const clips = `${summary.clips} ${summary.clips === 1 ? "clip" : "clips"}, beta ${beta.toFixed(2)}${leftOut(summary)}.`;
  if (summary.clips === 0) return [errorLine(summary), ...(leftOut(summary) === "" ? [] : [clips])];
  return [
    `Emotions: UAR ${estimate(summary.uar)}, WAR ${estimate(summary.war)}`,
    `Sentiment: UAR ${estimate(summary.sentimentUar)}, WAR ${estimate(summary.sentimentWar)}`,
    errorLine(summary),
    `${clips} In brackets: 95 % interval.`,
  ];
}

/** "62 % of errors stay within their sentiment group", in words also where there are none. */
export function errorLine({ errors, errorsWithinGroup, clips }: ConfusionSummary): string {
  if (clips === 0) return "No clip has both a label and a prediction.";
  if (errors === 0) return "No errors.";
  const share = percent(errorsWithinGroup / errors);
  return `${share} % of errors stay within their sentiment group (${errorsWithinGroup} of ${errors}).`;
}

/** A rate in percent with its interval, "62.4 % (58.0-66.7)". */
export function estimate({ value, low, high }: Estimate): string {
  if (!Number.isFinite(value)) return "–";
  return `${percent(value, 1)} % (${percent(low, 1)}–${percent(high, 1)})`;
}

function leftOut({ unlabelled, unpredicted }: ConfusionSummary): string {
  const parts = [
    ...(unlabelled > 0 ? [`${unlabelled} without label`] : []),
    ...(unpredicted > 0 ? [`${unpredicted} without a finite score`] : []),
  ];
  return parts.length === 0 ? "" : ` (left out: ${parts.join(", ")})`;
}
