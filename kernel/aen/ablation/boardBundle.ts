import type { ClipPrediction } from "../../contracts/clipPrediction.js";
import { ablationBoardBundle } from "../../figures/bundles/ablationBoard.js";
import type { MimeBundle } from "../../contracts/mimeBundle.js";
import type {
  AblationBoardPayload,
  ArmEffectPayload,
  ArmPayload,
  ConcludedPayload,
  EstimatePayload,
  PairedClipsPayload,
} from "../../contracts/payloads/ablationBoard.js";
import { clipPayload } from "../../figures/bundles/clipPayload.js";
import type {
  AblationSummary,
  ArmSummary,
  ComparisonToBase,
  Concluded,
  Estimate,
} from "./ablationSummary.js";
import { ablationText } from "./ablationText.js";
import { mcnemar } from "./statistics/mcnemar.js";
import type { PairedDifference } from "./statistics/pairedDifference.js";

/** The board of a study: the data that the view draws, still images, and the table as text. */
export async function boardBundle(
  study: string,
  summary: AblationSummary,
  predictions: readonly (readonly ClipPrediction[])[],
): Promise<MimeBundle> {
  const forms = await ablationBoardBundle(boardPayload(study, summary, predictions));
  return { ...forms, "text/plain": ablationText(summary) };
}

/** @param predictions for each arm, those of all its finished runs, concatenated */
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
    ...(summary.seedsVary?.length && { seedsVary: summary.seedsVary }),
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
      ...(run.scores ?? {}),
      uar: run.uar,
      ...curveOf(arm, run.seed, run.fold),
    })),
    ...(figures ? figuresPayload(figures) : {}),
    ...(arm.sentimentsNeverNamed.length > 0 && { sentimentsNeverNamed: arm.sentimentsNeverNamed }),
    ...(toBase && toBase.figures.uar.pairs > 0 ? { effect: effectPayload(toBase) } : {}),
    ...(arm.isBase ? {} : { pairedClips: pairedClips(arm, summary) }),
    clips: predictions.map((prediction) => clipPayload(prediction)),
  };
}

/** Clip-by-clip comparison with the base, for each seed for which both have predictions for all clips. */
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

function figuresPayload({ uar, sentimentUar, groupUar }: NonNullable<ArmSummary["figures"]>) {
  return {
    uar: estimatePayload(uar),
    sentimentUar: estimatePayload(sentimentUar),
    groupUar: estimatePayload(groupUar),
  };
}

function effectPayload(toBase: ComparisonToBase): ArmEffectPayload {
  const { figures, verdict, sentence, perEmotion, perSentiment } = toBase;
  const recalls = (differences: readonly (PairedDifference | null)[]) =>
    differences.map((difference) => (difference ? differencePayload(difference) : unknown));
  return {
    uar: differencePayload(figures.uar),
    sentimentUar: differencePayload(figures.sentimentUar),
    groupUar: differencePayload(figures.groupUar),
    sentiment: concludedPayload(toBase.sentiment),
    group: concludedPayload(toBase.group),
    pValue: figures.uar.p,
    ...concludedPayload({ verdict, sentence }),
    recall: recalls(perEmotion),
    sentimentRecall: recalls(perSentiment),
  };
}

function concludedPayload({ verdict, sentence }: Concluded): ConcludedPayload {
  return { shown: verdict === "better" || verdict === "worse", verdict: sentence };
}

const unknown: EstimatePayload = { value: null, low: null, high: null };

function estimatePayload({ mean, low, high }: Estimate): EstimatePayload {
  return Number.isNaN(mean) ? unknown : { value: mean, low, high };
}

function differencePayload({ mean, low, high, pairs }: PairedDifference): EstimatePayload {
  return pairs === 0 ? unknown : { value: mean, low, high };
}
