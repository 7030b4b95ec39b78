import type { ClipPrediction } from "../metrics/clipPrediction.js";
import type { MimeBundle } from "../views/mimeBundle.js";
import { clipPayload } from "../views/payload/fromPrediction.js";
import type { AblationSummary, ArmSummary, ComparisonToBase, Estimate } from "./ablationSummary.js";
import { ablationText } from "./ablationText.js";
import type { PairedDifference } from "./statistics/pairedDifference.js";

const boardMimeType = "application/vnd.aen.ablation-board.v1+json";

/** The board of a study: the data that the view draws, and the table in words. */
export function boardBundle(
  study: string,
  summary: AblationSummary,
  predictions: readonly (readonly ClipPrediction[])[],
): MimeBundle {
  return { [boardMimeType]: boardPayload(study, summary, predictions), "text/plain": ablationText(summary) };
}

/** @param predictions of each arm, all its finished runs one after the other */
export function boardPayload(
  study: string,
  summary: AblationSummary,
  predictions: readonly (readonly ClipPrediction[])[],
): object {
  const { emotions, groups, groupOf } = summary.labels;
  const members = (group: number) =>
    emotions.flatMap((_, emotion) => (groupOf[emotion] === group ? [emotion] : []));
  const { secondsLeft } = summary.progress;
  return {
    view: "ablation-board",
    version: 1,
    title: summary.name,
    study,
    state: summary.state,
    ...(secondsLeft === null ? {} : { secondsLeft }),
    labels: { emotions, groups: groups.map((name, group) => ({ name, emotions: members(group) })) },
    beta: summary.beta,
    terms: summary.terms,
    arms: summary.arms.map((arm, index) => armPayload(arm, predictions[index])),
    warnings: summary.warnings,
  };
}

function armPayload(arm: ArmSummary, predictions: readonly ClipPrediction[]): object {
  const { toBase, figures } = arm;
  return {
    name: arm.name,
    weights: arm.weights,
    ...(arm.settings.length > 0 ? { changes: arm.settings.join(", ") } : {}),
    runs: arm.runs.map((run) => ({
      ...{ seed: run.seed, fold: run.fold, state: run.state === "stopped" ? "waiting" : run.state },
      ...(run.message === null ? {} : { message: run.message }),
      uar: run.uar,
      ...curveOf(arm, run.seed, run.fold),
    })),
    ...(figures ? { uar: estimatePayload(figures.uar) } : {}),
    ...(toBase && toBase.figures.uar.pairs > 0 ? { effect: effectPayload(toBase) } : {}),
    clips: predictions.map((prediction) => clipPayload(prediction)),
  };
}

function curveOf({ curves }: ArmSummary, seed: number, fold: number): object {
  const curve = curves.find((candidate) => candidate.seed === seed && candidate.fold === fold);
  return curve && curve.uar.some((value) => value !== null) ? { curve: curve.uar } : {};
}

function effectPayload({ figures, verdict, sentence, perEmotion }: ComparisonToBase): object {
  const unknown = { value: null, low: null, high: null };
  return {
    uar: differencePayload(figures.uar),
    sentimentUar: differencePayload(figures.sentimentUar),
    pValue: figures.uar.correctedP,
    shown: verdict === "better" || verdict === "worse",
    verdict: sentence,
    recall: perEmotion.map((difference) => (difference ? differencePayload(difference) : unknown)),
  };
}

function estimatePayload({ mean, low, high }: Estimate): object {
  return { value: mean, low, high };
}

function differencePayload({ mean, low, high }: PairedDifference): object {
  return { value: mean, low, high };
}
