import type { ClipPrediction } from "../../kernel/contracts/clipPrediction.js";
import type { Labels } from "../../kernel/contracts/labels.js";
import type { RunEvent } from "../../kernel/contracts/runs/runEvents.js";
import { clipScores } from "../../kernel/metrics/clipScores.js";
import { reportedBeta } from "../../kernel/metrics/fusion.js";
import { nameClips } from "../../kernel/metrics/namedClips.js";
import { scoreNames } from "../../kernel/metrics/scores.js";
import { type Figures, figuresOf } from "../runs/page/figuresTable.js";
import type { RunDetails } from "../runs/page/runPage.js";
import { epochsOf } from "../runs/page/runSections.js";
import { labelsIn } from "../runs/recordedFiles.js";
import type { RunRecord } from "../runs/runRecord.js";
import { labelsOfStudy, type StudyRecord } from "../runs/studyRecord.js";

/** A run in a list: its id and figures, without the names, notes and paths that people gave. */
export function listedRun({
  id,
  state,
  device,
  epoch,
  epochs,
  uar,
  war,
  loss,
  seconds,
  settings,
}: RunRecord): object {
  const { study, arm, seed, fold } = settings as Readonly<Record<string, unknown>>;
  return { run: id, state, device, epoch, epochs, uar, war, loss, seconds, study, arm, seed, fold };
}

/** The scores of a run with intervals, its epochs, its loss weights, and what differs from its preset. */
export function runFigures(run: RunRecord, details: RunDetails): object {
  const figures = figuresOf(details.predictions, labelsOfRun(run, details));
  const { loss, changes } = run.settings as { loss?: unknown; changes?: unknown };
  const terms = Array.isArray(loss) ? (loss as { name?: unknown; weight?: unknown }[]) : [];
  return {
    ...listedRun(run),
    evaluation: figures && { clips: figures.clips, level: 0.95, scores: scoresIn(figures) },
    epochsSoFar: epochsOf(details.events).slice(-200),
    lossWeights: terms.map(({ name, weight }) => ({ term: name, weight })),
    changesToPreset: changes,
    warnings: warningsOf(details.events),
  };
}

function scoresIn({ scores, intervals }: Figures): object {
  const named = scoreNames.map((name) => {
    const { low, high } = intervals[name];
    return [name, { value: scores[name], low, high }] as const;
  });
  return Object.fromEntries(named);
}

function warningsOf(events: readonly RunEvent[]): string[] {
  return events.flatMap((event) => (event.type === "warning" ? [event.message] : []));
}

/** The clips of a run by emotion: how many, and how many of them are named right. No clip is named, and no person. */
export function dataTable(run: RunRecord, details: RunDetails): object {
  const labels = labelsOfRun(run, details);
  const { train, validate } = (run.settings.data ?? {}) as Readonly<
    Record<string, { clips?: unknown } | null>
  >;
  return {
    run: run.id,
    trainingClips: train?.clips,
    validationClips: validate?.clips,
    evaluated: labels ? byEmotion(details.predictions, labels) : [],
    people: new Set(details.predictions.map(({ person }) => person)).size || undefined,
  };
}

function byEmotion(predictions: readonly ClipPrediction[], labels: Labels): object[] {
  try {
    const { matrix } = nameClips(predictions.map(clipScores), labels, reportedBeta);
    return labels.emotions.map((emotion, index) => {
      const clips = matrix[index].reduce((sum, count) => sum + count, 0);
      const named = labels.emotions.map((other, at) => [other, matrix[index][at]] as const);
      return { emotion, clips, right: matrix[index][index], namedAs: Object.fromEntries(named) };
    });
  } catch {
    return [];
  }
}

/** The arms of a study with their figures and what is concluded about each, in the board's own sentences. */
export function studyVerdicts({ id, board, plan }: StudyRecord): object {
  if (!board)
    return { study: id, state: "no run has finished", arms: plan.arms?.map(({ name }) => ({ name })) };
  const arms = board.arms.map(({ name, weights, uar, sentimentUar, groupUar, effect, runs }, index) => ({
    ...{ name, isBase: index === 0, uar, sentimentUar, groupUar },
    weights: Object.fromEntries(board.terms.map((term, at) => [term, weights[at]])),
    finishedRuns: runs.filter(({ state }) => state === "finished").length,
    difference: effect && {
      ...{ uar: effect.uar, pValue: effect.pValue, shown: effect.shown, verdict: effect.verdict },
      ...{ sentiment: effect.sentiment, group: effect.group },
    },
  }));
  return {
    study: id,
    state: board.state,
    seeds: plan.seeds?.length,
    level: 0.95,
    arms,
    warnings: board.warnings,
  };
}

function labelsOfRun(run: RunRecord, { study }: RunDetails): Labels | null {
  return labelsIn(run.settings.model) ?? labelsOfStudy(study);
}
