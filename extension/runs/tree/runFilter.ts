import { cellOf, notebookName, runName } from "../runNames.js";
import type { RunRecord } from "../runRecord.js";
import { stateText } from "../stateText.js";

/** A figure that runs are filtered by; rates in percent, time in seconds. */
type Condition = readonly [figure: "uar" | "war" | "loss" | "epoch" | "time", sign: string, value: number];

const condition = /\b(uar|war|loss|epoch|time)\s*(>=|<=|>|<|=)\s*(\d+(?:[.,]\d+)?)\s*(?:%|s\b)?/gi;

/**
 * Whether a run has what was typed: figures such as "UAR > 60" and "loss < 1.2", and words in its name, tags, notes,
 * notebook, state, device or settings of the study. All of them must hold.
 */
export function runFilter(typed: string): (run: RunRecord) => boolean {
  const conditions = [...typed.matchAll(condition)].map(([, figure, sign, value]): Condition => [
    figure.toLowerCase() as Condition[0],
    sign,
    Number(value.replace(",", ".")),
  ]);
  const words = typed.replace(condition, " ").toLowerCase().split(/\s+/).filter(Boolean);
  return (run) => {
    const text = textOf(run);
    return words.every((word) => text.includes(word)) && conditions.every((each) => holds(run, each));
  };
}

function textOf(run: RunRecord): string {
  const { arm } = run.settings as { arm?: unknown };
  const { tags = [], text = "" } = run.notes ?? {};
  const parts = [
    run.id,
    runName(run),
    notebookName(cellOf(run)),
    stateText(run.state),
    run.state,
    run.device,
    arm,
  ];
  return [...parts, ...tags, text]
    .filter((part) => typeof part === "string")
    .join(" ")
    .toLowerCase();
}

function holds(run: RunRecord, [figure, sign, wanted]: Condition): boolean {
  const value = figureOf(run, figure);
  if (value === undefined) return false;
  if (sign === "=") return Math.abs(value - wanted) < 0.05;
  if (sign.startsWith(">")) return sign === ">" ? value > wanted : value >= wanted;
  return sign === "<" ? value < wanted : value <= wanted;
}

function figureOf(run: RunRecord, figure: Condition[0]): number | undefined {
  if (figure === "uar" || figure === "war") {
    const rate = run[figure];
    // as it is shown, with one decimal
    return rate === undefined ? undefined : Math.round(rate * 1000) / 10;
  }
  return figure === "time" ? run.seconds : run[figure];
}
