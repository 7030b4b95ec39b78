import type { Interval } from "./bootstrap.js";
import type { Evaluation } from "./evaluation.js";

/** An evaluation as it reads in a terminal: rates with intervals, then the confusion matrix with recalls. */
export function evaluationText(evaluation: Evaluation): string {
  const { predictions, beta, intervals } = evaluation;
  const rate = (name: string, value: number, interval: Interval) =>
    `${name.padEnd(14)}${percent(value)}  (${percent(interval.low)} to ${percent(interval.high)})`;
  return [
    `${predictions.length} clips, beta ${beta}, 95 % intervals`,
    rate("UAR", evaluation.uar, intervals.uar),
    rate("WAR", evaluation.war, intervals.war),
    rate("macro F1", evaluation.macroF1, intervals.macroF1),
    rate("sentiment UAR", evaluation.sentimentUar, intervals.sentimentUar),
    rate("sentiment WAR", evaluation.sentimentWar, intervals.sentimentWar),
    "",
    ...matrixLines(evaluation),
    "",
    errorLine(evaluation),
  ].join("\n");
}

function matrixLines({ labels, confusion, perEmotion }: Evaluation): string[] {
  const order = labels.groups.flatMap(({ emotions }) => emotions);
  const nameWidth = Math.max(...labels.emotions.map((name) => name.length));
  const cellWidth = Math.max(6, ...labels.emotions.map((name) => Math.min(name.length, 8) + 1));
  const head = order.map((emotion) => labels.emotions[emotion].slice(0, 8).padStart(cellWidth)).join("");
  const row = (emotion: number) => {
    const name = labels.emotions[emotion];
    const cells = order.map((other) => String(confusion[emotion][other]).padStart(cellWidth)).join("");
    return `${name.padEnd(nameWidth)}${cells}${percent(perEmotion[name].recall ?? NaN).padStart(9)}`;
  };
  return [`${"".padEnd(nameWidth)}${head}   recall`, ...order.map(row)];
}

function errorLine({ labels, confusion }: Evaluation): string {
  let within = 0;
  let errors = 0;
  confusion.forEach((row, truth) =>
    row.forEach((count, named) => {
      if (truth === named) return;
      errors += count;
      if (labels.groupOf[truth] === labels.groupOf[named]) within += count;
    }),
  );
  if (errors === 0) return "No errors.";
  return `${Math.round((100 * within) / errors)} % of the ${errors} errors stay within their sentiment group.`;
}

function percent(rate: number): string {
  return Number.isNaN(rate) ? "  -   " : `${(100 * rate).toFixed(1)} %`.padStart(7);
}
