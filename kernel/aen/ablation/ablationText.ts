import { percent } from "../../metrics/percent.js";
import type { AblationSummary, ArmSummary } from "./ablationSummary.js";

/** The board in a terminal: one row per arm, its verdict in words. */
export function ablationText(summary: AblationSummary): string {
  const rows = summary.arms.map((arm) => [arm.name, runsText(arm), uarText(arm), verdictText(arm)]);
  const head = ["arm", "runs", "UAR", "against the base"];
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column].length)),
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]))
      .join("  ")
      .trimEnd();
  const indent = " ".repeat(widths.slice(0, 3).reduce((sum, width) => sum + width + 2, 0));
  const lines = [
    line(head),
    ...rows.flatMap((row, arm) => [
      line(row),
      ...sentimentText(summary.arms[arm]).map((text) => indent + text),
    ]),
  ];
  const notes = summary.warnings.map((warning) => `Note: ${warning}`);
  const vary = summary.seedsVary?.length ? [summary.seedsVary.join(" ")] : [];
  return [stateText(summary), "", ...lines, ...vary, ...notes].join("\n");
}

function stateText({ name, state, progress, clips, folds }: AblationSummary): string {
  const { finished, failed, total, secondsLeft } = progress;
  const failures = failed > 0 ? `, ${failed} failed` : "";
  const left = secondsLeft ? `, about ${duration(secondsLeft)} left` : "";
  const judged = `judged on ${clips.length} clips${folds > 1 ? ` in ${folds} folds` : ""}`;
  return `Ablation "${name}": ${state}, ${finished} of ${total} runs${failures}${left}; ${judged}`;
}

function runsText({ runs }: ArmSummary): string {
  return `${runs.filter(({ state }) => state === "finished").length}/${runs.length}`;
}

function uarText({ figures }: ArmSummary): string {
  if (!figures) return "-";
  const { mean, low, high, seeds } = figures.uar;
  const bound = (rate: number) => (100 * rate).toFixed(1);
  return seeds < 2 ? percent(mean) : `${percent(mean)} (${bound(low)} to ${bound(high)})`;
}

function verdictText({ toBase, isBase }: ArmSummary): string {
  if (isBase) return "(the base)";
  if (!toBase) return "";
  return toBase.sentence;
}

/** What is concluded about sentiment: by its own head and by the group of the predicted emotion. */
function sentimentText({ toBase, figures, sentimentsNeverNamed }: ArmSummary): string[] {
  if (!figures) return [];
  const rates = `sentiment UAR ${percent(figures.sentimentUar.mean)} (own head), ${percent(figures.groupUar.mean)} (group of the emotion)`;
  const never =
    sentimentsNeverNamed.length > 0
      ? `; the sentiment head never names ${sentimentsNeverNamed.join(", ")}`
      : "";
  const concluded = toBase && toBase.figures.uar.pairs > 0 ? [toBase.sentiment, toBase.group] : [];
  return [rates + never, ...concluded.map(({ sentence }) => sentence)];
}

/** e.g. "40 s", "3 min", "1 h 20 min". */
export function duration(seconds: number): string {
  if (seconds < 90) return `${Math.max(1, Math.round(seconds))} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
