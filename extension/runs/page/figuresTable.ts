import * as vscode from "vscode";
import type { ClipPrediction } from "../../../kernel/contracts/clipPrediction.js";
import type { Labels } from "../../../kernel/contracts/labels.js";
import { clipScores } from "../../../kernel/metrics/clipScores.js";
import { reportedBeta } from "../../../kernel/metrics/fusion.js";
import { nameClips } from "../../../kernel/metrics/namedClips.js";
import { percent } from "../../../kernel/metrics/percent.js";
import type { Interval } from "../../../kernel/metrics/rateInterval.js";
import { type Scores, scoreIntervals, scoresOf } from "../../../kernel/metrics/scores.js";

/** The scores of a run's last evaluation with their 95 % intervals over other people and clips. */
export interface Figures {
  readonly clips: number;
  readonly scores: Scores;
  readonly intervals: Readonly<Record<keyof Scores, Interval>>;
}

/** @returns null without predictions, and for those that make no sense: anybody may have written a record */
export function figuresOf(predictions: readonly ClipPrediction[], labels: Labels | null): Figures | null {
  if (predictions.length === 0 || !labels) return null;
  try {
    const named = nameClips(predictions.map(clipScores), labels, reportedBeta);
    return {
      clips: predictions.length,
      scores: scoresOf(named, labels),
      intervals: scoreIntervals(named, labels),
    };
  } catch {
    return null;
  }
}

/** The scores' names in the user's language, in reporting order. */
export function figureNames(): [keyof Scores, string][] {
  return [
    ["uar", "UAR"],
    ["war", "WAR"],
    ["macroF1", vscode.l10n.t("macro F1")],
    ["sentimentUar", vscode.l10n.t("UAR of the sentiment head")],
    ["sentimentWar", vscode.l10n.t("WAR of the sentiment head")],
    ["groupUar", vscode.l10n.t("UAR of the emotion's group")],
    ["groupWar", vscode.l10n.t("WAR of the emotion's group")],
  ];
}

/** "54.2 % (41.0 to 66.8)"; a dash where there is no figure. */
export function withInterval(figures: Figures | null, name: keyof Scores): string {
  const score = figures?.scores[name];
  if (score === undefined || !Number.isFinite(score)) return "–";
  const { low, high } = figures!.intervals[name];
  return rateWithInterval(score, low, high);
}

export function rateWithInterval(value: number, low: number | null, high: number | null): string {
  if (low === null || high === null || !Number.isFinite(low) || !Number.isFinite(high)) return percent(value);
  const [from, to] = [low, high].map((bound) => (bound * 100).toFixed(1).replace("-", "−"));
  return vscode.l10n.t("{0} ({1} to {2})", percent(value), from, to);
}
