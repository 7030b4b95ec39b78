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
import { finishedSeeds, namedBySeed, scoreFigures } from "./armScores.js";
import { compareArms } from "./compareArms.js";
import { pairedDifference } from "./statistics/pairedDifference.js";
import type { ScoredRun } from "./statistics/scoredRun.js";
import type { ArmState, StudyState } from "./studyState.js";
import { studyWarnings } from "./studyWarnings.js";

const bootstrapDraws = 4000;
/** Clips x seeds above which a bootstrap would take longer than a glance; the interval then has t's shape. */
const bootstrapLimit = 10_000;

/** What is known of a study, as plain data. */
export function summarise(study: StudyState): AblationSummary {
  const finished = study.state === "finished" || study.state === "stopped";
  const small = study.clips.length * study.seeds.length <= bootstrapLimit;
  const comparisons = compareArms(study, { replicates: finished && small ? bootstrapDraws : 0 });
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
    clips: study.clips.map(({ id, label }) => ({ id, label })),
    arms: study.arms.map((arm, index) => armSummary(study, arm, terms, comparisons[index])),
    progress: progressOf(study),
    warnings: [...study.warnings, ...studyWarnings(study)],
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
    runs: arm.runs.map(plainRun),
    figures: estimates(
      study,
      named.filter((_, seed) => finished[seed]),
    ),
    confusion: countNamed(study, named),
    named: study.clips.map((_, clip) => named.map((bySeed) => bySeed[clip])),
    curves: arm.runs
      .filter(({ curve }) => curve.loss.length > 0)
      .map(({ seed, fold, curve }) => ({ seed, fold, loss: [...curve.loss], uar: [...curve.uar] })),
    toBase,
  };
}

function plainRun({ seed, fold, state, run, progress, message, uar }: ArmRun): ArmRun {
  return { seed, fold, state, run, progress, message, uar };
}

/** Names of all arms' terms, the base's first. */
function termNames(arms: readonly ArmState[]): string[] {
  return [...new Set(arms.flatMap((arm) => [...arm.weights.keys()]))];
}

function estimates(
  study: StudyState,
  named: readonly (readonly number[])[],
): Record<FigureName, Estimate> | null {
  if (named.length === 0) return null;
  const truths = study.clips.map(({ label }) => label);
  const runs = named.map((bySeed) => scoreFigures(bySeed, truths, study.labels));
  const entries = figureNames.map((name) => [name, estimate(runs.map((run) => run[name]))] as const);
  return Object.fromEntries(entries) as Record<FigureName, Estimate>;
}

/** A figure is its difference to a run that is never right. */
function estimate(runs: readonly ScoredRun[]): Estimate {
  const nothing = runs.map(({ influence }) => ({ value: 0, influence: new Float64Array(influence.length) }));
  const { mean, low, high } = pairedDifference(runs, nothing);
  return { mean, low: Math.max(0, low), high: Math.min(1, high), seeds: runs.length };
}

function countNamed(study: StudyState, named: readonly (readonly number[])[]): number[][] {
  const matrix = study.labels.emotions.map(() => study.labels.emotions.map(() => 0));
  study.clips.forEach(({ label }, clip) => {
    for (const bySeed of named) if (bySeed[clip] >= 0) matrix[label][bySeed[clip]] += 1;
  });
  return matrix;
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
