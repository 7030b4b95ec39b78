import {
  figureNames,
  type AblationSummary,
  type ArmRun,
  type ArmSummary,
  type ComparisonToBase,
  type Estimate,
  type FigureName,
  type StudyProgress,
} from "./ablationSummary.js";
import { assumedEffect, withAssumed } from "../../metrics/clusteredClips.js";
import { wilson } from "../../metrics/rateInterval.js";
import { confusionMatrix } from "../../metrics/confusionMatrix.js";
import { scoresOfPredictions } from "../../metrics/scores.js";
import { neverNamed } from "../../metrics/neverNamed.js";
import { finishedSeeds, namedBySeed, type NamedBySeed, scoreFigures } from "./armScores.js";
import { compareArms } from "./compareArms.js";
import { pairedDifference } from "./statistics/pairedDifference.js";
import type { ScoredRun } from "./statistics/scoredRun.js";
import type { ArmState, RunState, StudyState } from "./studyState.js";
import { peopleOf } from "../../metrics/people.js";
import { studyWarnings } from "./studyWarnings.js";

/** Summarises a study as plain data. */
export function summarise(study: StudyState): AblationSummary {
  const comparisons = compareArms(study);
  const { emotions, groups, groupOf } = study.labels;
  const terms = termNames(study.arms);
  return {
    name: study.name,
    state: study.state,
    labels: { emotions: [...emotions], groups: groups.map(({ name }) => name), groupOf: [...groupOf] },
    terms,
    seeds: [...study.seeds],
    folds: study.folds,
    beta: study.beta,
    clips: study.clips.map((clip) => ({ ...clip })),
    arms: study.arms.map((arm, index) => armSummary(study, arm, terms, comparisons[index])),
    progress: progressOf(study),
    warnings: [...study.warnings, ...studyWarnings(study)],
    seedsVary: [...study.seedsVary],
    level: 0.95,
  };
}

function armSummary(
  study: StudyState,
  arm: ArmState,
  terms: readonly string[],
  toBase: ComparisonToBase | null,
): ArmSummary {
  const finished = finishedSeeds(study, arm);
  const named = namedBySeed(study, arm);
  return {
    name: arm.name,
    isBase: arm === study.arms[0],
    weights: terms.map((term) => arm.weights.get(term) ?? 0),
    settings: [...arm.settings],
    runs: arm.runs.map((run) => plainRun(run, study)),
    figures: estimates(
      study,
      named.filter((_, seed) => finished[seed]),
    ),
    confusion: countNamed(study, named),
    named: study.clips.map((_, clip) => named.map(({ emotions }) => emotions[clip])),
    namedSentiments: study.clips.map((_, clip) => named.map(({ sentiments }) => sentiments?.[clip] ?? -1)),
    sentimentsNeverNamed: sentimentsNeverNamed(study, named),
    curves: arm.runs
      .filter(({ curve }) => curve.loss.length > 0)
      .map(({ seed, fold, curve }) => ({ seed, fold, loss: [...curve.loss], uar: [...curve.uar] })),
    toBase,
  };
}

function plainRun(state: RunState, { labels, beta }: StudyState): ArmRun {
  const { seed, fold, run, progress, message, uar, predictions } = state;
  const scores = predictions ? scoresOfPredictions(predictions, labels, beta) : null;
  return { seed, fold, state: state.state, run, progress, message, uar, scores };
}

/** Names of all arms' terms, the base's first. */
function termNames(arms: readonly ArmState[]): string[] {
  return [...new Set(arms.flatMap((arm) => [...arm.weights.keys()]))];
}

function estimates(study: StudyState, named: readonly NamedBySeed[]): Record<FigureName, Estimate> | null {
  if (named.length === 0) return null;
  const truths = study.clips.map(({ label }) => label);
  const { people } = peopleOf(study.clips);
  const runs = named.map((bySeed) => scoreFigures(bySeed, truths, study.labels));
  const entries = figureNames.map(
    (name) =>
      [
        name,
        estimate(
          runs.map((run) => run[name]),
          people,
        ),
      ] as const,
  );
  return Object.fromEntries(entries) as Record<FigureName, Estimate>;
}

/**
 * A figure is its difference from a run that is never right, with Wilson's interval for as many clips as give its
 * variance over seeds and people: it has a width where all runs are right, too.
 */
function estimate(runs: readonly ScoredRun[], people: readonly number[]): Estimate {
  const nothing = runs.map((run) => ({
    ...run,
    value: 0,
    influence: new Float64Array(run.influence.length),
  }));
  const difference = pairedDifference({ arm: runs, base: nothing }, { people });
  const { mean, standardError, degreesOfFreedom } = difference;
  const seeds = runs.length;
  if (Number.isNaN(standardError)) return { mean, low: 0, high: 1, seeds };
  const clips = effectiveClips(mean, standardError, people);
  // whole degrees, rounded down: the closed form of Student's quantile has no value for fractions below two
  const degrees = Math.max(1, Math.floor(degreesOfFreedom || 1));
  const { low, high } = wilson(mean, clips, 0.95, degrees);
  return { mean, low, high, seeds };
}

/**
 * So many independent clips vary as much. Two of either outcome are added, so that 0 and 100 % vary, too; near these,
 * clips of one person are assumed to be alike.
 */
function effectiveClips(mean: number, standardError: number, people: readonly number[]): number {
  const clips = people.length;
  const rate = (mean * clips + 2) / (clips + 4);
  const seen = (rate * (1 - rate)) / standardError ** 2;
  return 1 / withAssumed(1 / seen, assumedEffect(people) / clips, seen * Math.min(mean, 1 - mean));
}

/** All seeds together. */
function countNamed(study: StudyState, named: readonly NamedBySeed[]): number[][] {
  const truths = named.flatMap(() => study.clips.map(({ label }) => label));
  const guesses = named.flatMap(({ emotions }) => emotions);
  return confusionMatrix(truths, guesses, study.labels.emotions.length);
}

/** A mean over the groups hides a group that the head never names. */
function sentimentsNeverNamed({ clips, labels }: StudyState, named: readonly NamedBySeed[]): string[] {
  const truths = named.flatMap(() => clips.map(({ label }) => labels.groupOf[label]));
  const guesses = named.flatMap(({ sentiments }) => sentiments ?? clips.map(() => -1));
  const names = labels.groups.map(({ name }) => name);
  if (named.some(({ sentiments }) => sentiments === null)) return [];
  return neverNamed(confusionMatrix(truths, guesses, names.length), names).map(({ name }) => name);
}

function progressOf(study: StudyState): StudyProgress {
  const runs = study.arms.flatMap((arm) => arm.runs);
  const count = (state: ArmRun["state"]) => runs.filter((run) => run.state === state).length;
  return {
    finished: count("finished"),
    failed: count("failed"),
    running: count("running"),
    total: runs.length,
    secondsLeft: study.secondsLeft,
  };
}
