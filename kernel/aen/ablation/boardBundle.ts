import type { ClipPrediction } from "../metrics/clipPrediction.js";
import { ablationBoardBundle } from "../views/ablationBoard.js";
import type { MimeBundle } from "../views/mimeBundle.js";
import type {
  AblationBoardPayload,
  ArmEffectPayload,
  ArmPayload,
  EstimatePayload,
  PairedClipsPayload,
} from "../views/payload/ablationBoard.js";
import { clipPayload } from "../views/payload/fromPrediction.js";
import type { AblationSummary, ArmSummary, ComparisonToBase, Estimate } from "./ablationSummary.js";
import { ablationText } from "./ablationText.js";
import { mcnemar } from "./statistics/mcnemar.js";
import type { PairedDifference } from "./statistics/pairedDifference.js";

/** The board of a study: the data that the view draws, still pictures, and the table in words. */
export async function boardBundle(
  study: string,
  summary: AblationSummary,
  predictions: readonly (readonly ClipPrediction[])[],
): Promise<MimeBundle> {
  const forms = await ablationBoardBundle(boardPayload(study, summary, predictions));
  return { ...forms, "text/plain": ablationText(summary) };
}

/** @param predictions of each arm, all its finished runs one after the other */
export function boardPayload(
  study: string,
  summary: AblationSummary,
  predictions: readonly (readonly ClipPrediction[])[],
): AblationBoardPayload {
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
    arms: summary.arms.map((arm, index) => armPayload(arm, predictions[index], summary)),
    warnings: summary.warnings,
  };
}

function armPayload(
  arm: ArmSummary,
  predictions: readonly ClipPrediction[],
  summary: AblationSummary,
): ArmPayload {
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
    ...(arm.isBase ? {} : { pairedClips: pairedClips(arm, summary) }),
    clips: predictions.map((prediction) => clipPayload(prediction)),
  };
}

/** Clip by clip against the base, for each seed with which both have named all clips. */
function pairedClips(arm: ArmSummary, { seeds, clips, arms }: AblationSummary): PairedClipsPayload[] {
  const [base] = arms;
  return seeds.flatMap((seed, s) => {
    const named = [base, arm].map((one) => one.named.map((bySeed) => bySeed[s]));
    if (clips.length === 0 || named.flat().includes(-1)) return [];
    const [left, right] = named.map((emotions) => clips.map(({ label }, clip) => emotions[clip] === label));
    const { onlyFirst, onlySecond, p } = mcnemar(left, right);
    return [{ seed, onlyBase: onlyFirst, onlyArm: onlySecond, p }];
  });
}

function curveOf({ curves }: ArmSummary, seed: number, fold: number): object {
  const curve = curves.find((candidate) => candidate.seed === seed && candidate.fold === fold);
  return curve && curve.uar.some((value) => value !== null) ? { curve: curve.uar } : {};
}

function effectPayload({ figures, verdict, sentence, perEmotion }: ComparisonToBase): ArmEffectPayload {
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

function estimatePayload({ mean, low, high }: Estimate): EstimatePayload {
  return { value: mean, low, high };
}

function differencePayload({ mean, low, high }: PairedDifference): EstimatePayload {
  return { value: mean, low, high };
}
