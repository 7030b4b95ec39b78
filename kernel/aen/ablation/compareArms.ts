import {
  figureNames,
  type ComparedFigure,
  type ComparisonToBase,
  type FigureName,
} from "./ablationSummary.js";
import { finishedSeeds, namedBySeed, scoreClass, scoreFigures, type NamedEmotions } from "./armScores.js";
import { exactPermutation, type PermutationTest } from "./statistics/exactPermutation.js";
import { holm } from "./statistics/holm.js";
import {
  pairedDifference,
  type IntervalOptions,
  type PairedDifference,
} from "./statistics/pairedDifference.js";
import type { ScoredRun } from "./statistics/scoredRun.js";
import type { ArmState, StudyState } from "./studyState.js";
import { verdictOf, verdictSentence } from "./verdict.js";

/**
 * Each arm against the base (the first arm), in the order of the arms; null for the base.
 * @param options of the intervals of the four figures; those of single classes have t's shape
 */
export function compareArms(study: StudyState, options: IntervalOptions = {}): (ComparisonToBase | null)[] {
  const [base, ...others] = study.arms;
  const pairs = others.map((arm) => pairedSeeds(study, arm, base));
  const figures = correct(pairs.map((pair) => compareFigures(study, pair, options)));
  const comparisons = pairs.map((pair, index) => ({
    figures: figures[index],
    ...compareClasses(study, pair),
    verdict: verdictOf(figures[index].uar),
    sentence: verdictSentence(figures[index].uar, "UAR"),
  }));
  return [null, ...comparisons];
}

/** What arm and base named with the seeds that both have finished, `[pairs][clips]`. */
interface PairedSeeds {
  readonly arm: readonly NamedEmotions[];
  readonly base: readonly NamedEmotions[];
  /** UAR differences of single runs, one per seed and fold. */
  readonly runDifferences: Readonly<Record<FigureName, readonly number[]>>;
}

function pairedSeeds(study: StudyState, arm: ArmState, base: ArmState): PairedSeeds {
  const armFinished = finishedSeeds(study, arm);
  const baseFinished = finishedSeeds(study, base);
  const both = (_: unknown, seed: number) => armFinished[seed] && baseFinished[seed];
  const seeds = study.seeds.filter(both);
  return {
    arm: namedBySeed(study, arm).filter(both),
    base: namedBySeed(study, base).filter(both),
    runDifferences: runDifferences(study, arm, base, seeds),
  };
}

/** Arm minus base for each pair of runs, `seeds` x folds. */
function runDifferences(study: StudyState, arm: ArmState, base: ArmState, seeds: readonly number[]) {
  const figuresOf = (state: ArmState) =>
    state.runs
      .filter((run) => seeds.includes(run.seed))
      .map((run) => {
        const alone = namedBySeed({ ...study, seeds: [run.seed] }, { ...state, runs: [run] })[0];
        const judged = study.clips.map(({ label }, clip) => (alone[clip] < 0 ? -1 : label));
        return scoreFigures(alone, judged, study.labels);
      });
  const armFigures = figuresOf(arm);
  const baseFigures = figuresOf(base);
  return byFigure((name) =>
    armFigures.map((figures, run) => figures[name].value - baseFigures[run][name].value),
  );
}

type Uncorrected = PairedDifference & { readonly permutation: PermutationTest };

function compareFigures(
  study: StudyState,
  pair: PairedSeeds,
  options: IntervalOptions,
): Record<FigureName, Uncorrected> {
  const truths = study.clips.map(({ label }) => label);
  const score = (named: NamedEmotions) => scoreFigures(named, truths, study.labels);
  const arm = pair.arm.map(score);
  const base = pair.base.map(score);
  return byFigure((name) => ({
    ...differenceOf(
      arm.map((figures) => figures[name]),
      base.map((figures) => figures[name]),
      options,
    ),
    permutation: exactPermutation(pair.runDifferences[name]),
  }));
}

function differenceOf(
  arm: readonly ScoredRun[],
  base: readonly ScoredRun[],
  options: IntervalOptions = {},
): PairedDifference {
  if (arm.length > 0) return pairedDifference(arm, base, options);
  return { mean: 0, standardError: 1, degreesOfFreedom: 0, low: -1, high: 1, p: 1, pairs: 0 };
}

/** Adds the corrected p values, each figure corrected over the arms. */
function correct(arms: readonly Record<FigureName, Uncorrected>[]): Record<FigureName, ComparedFigure>[] {
  const corrected = byFigure((name) => holm(arms.map((arm) => arm[name].p)));
  const permuted = byFigure((name) => holm(arms.map((arm) => arm[name].permutation.p)));
  return arms.map((arm, index) =>
    byFigure((name) => {
      const { permutation, ...difference } = arm[name];
      return {
        ...difference,
        correctedP: corrected[name][index],
        permutationP: permuted[name][index],
        leastPermutationP: Math.min(1, permutation.least * arms.length),
      };
    }),
  );
}

function compareClasses(
  study: StudyState,
  pair: PairedSeeds,
): Pick<ComparisonToBase, "perEmotion" | "perGroup"> {
  const { emotions, groups, groupOf } = study.labels;
  const truths = study.clips.map(({ label }) => label);
  const toGroups = (named: readonly number[]) => named.map((emotion) => groupOf[emotion] ?? -1);
  const compare = (wanted: number, change: (named: readonly number[]) => readonly number[]) => {
    const score = (named: NamedEmotions) => scoreClass(change(named), change(truths), wanted);
    const arm = pair.arm.map(score).filter((scored): scored is ScoredRun => scored !== null);
    const base = pair.base.map(score).filter((scored): scored is ScoredRun => scored !== null);
    return arm.length === 0 ? null : differenceOf(arm, base);
  };
  return {
    perEmotion: emotions.map((_, emotion) => compare(emotion, (named) => named)),
    perGroup: groups.map((_, group) => compare(group, toGroups)),
  };
}

function byFigure<Value>(make: (name: FigureName) => Value): Record<FigureName, Value> {
  return Object.fromEntries(figureNames.map((name) => [name, make(name)])) as Record<FigureName, Value>;
}
