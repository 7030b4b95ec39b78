import { figureNames, type ComparisonToBase, type Concluded, type FigureName } from "./ablationSummary.js";
import { finishedSeeds, namedBySeed, scoreClass, scoreFigures, type NamedBySeed } from "./armScores.js";
import type { ComparedFigure } from "./comparedFigure.js";
import { pairedDifference, pooledSeeds, type PairedDifference } from "./statistics/pairedDifference.js";
import type { ScoredRun } from "./statistics/scoredRun.js";
import type { ArmState, StudyState } from "./studyState.js";
import { peopleOf } from "../../metrics/people.js";
import { verdictOf, verdictSentence } from "./verdict.js";

/**
 * Compares each arm with the base (the first arm), in the order of the arms; null for the base. Intervals and p values
 * of the figures hold for all arms together, those of single classes for one arm and class.
 */
export function compareArms(study: StudyState): (ComparisonToBase | null)[] {
  const [base, ...others] = study.arms;
  const pairs = others.map((arm) => pairedSeeds(study, arm, base));
  const figures = compareFigures(study, pairs);
  const comparisons = pairs.map((pair, index) => ({
    figures: figures[index],
    ...compareClasses(study, pair),
    ...concluded(figures[index].uar, "UAR"),
    sentiment: whyIncomparable(others[index], base)
      ? incomparable(whyIncomparable(others[index], base)!)
      : concluded(figures[index].sentimentUar, "sentiment UAR (own head)"),
    group: concluded(figures[index].groupUar, "sentiment UAR (group of the emotion)"),
  }));
  return [null, ...comparisons];
}

/** Why the sentiment heads of two arms have no figures to compare; null where they have. */
function whyIncomparable(arm: ArmState, base: ArmState): string | null {
  if (arm.hasNoSentimentHead) return "this arm has no head for sentiment";
  if (base.hasNoSentimentHead) return "the base has no head for sentiment";
  return arm.hasOtherGroups ? "this arm has other sentiment groups than the base" : null;
}

function incomparable(why: string): Concluded {
  return { verdict: "not comparable", sentence: `sentiment UAR (own head) not comparable: ${why}` };
}

function concluded(figure: ComparedFigure, what: string): Concluded {
  return { verdict: verdictOf(figure), sentence: verdictSentence(figure, what) };
}

/** Predictions of arm and base for the seeds that both have finished, `[pairs]`. */
interface PairedSeeds {
  readonly arm: readonly NamedBySeed[];
  readonly base: readonly NamedBySeed[];
  readonly seeds: readonly number[];
}

function pairedSeeds(study: StudyState, arm: ArmState, base: ArmState): PairedSeeds {
  const armFinished = finishedSeeds(study, arm);
  const baseFinished = finishedSeeds(study, base);
  const both = (_: unknown, seed: number) => armFinished[seed] && baseFinished[seed];
  return {
    arm: namedBySeed(study, arm).filter(both),
    base: namedBySeed(study, base).filter(both),
    seeds: study.seeds.filter(both),
  };
}

function compareFigures(
  study: StudyState,
  pairs: readonly PairedSeeds[],
): Record<FigureName, ComparedFigure>[] {
  const truths = study.clips.map(({ label }) => label);
  const scored = pairs.map(({ arm, base, seeds }) => {
    const score = (named: NamedBySeed) => scoreFigures(named, truths, study.labels);
    return { arm: arm.map(score), base: base.map(score), seeds };
  });
  const byName = byFigure((name) =>
    compareFigure(
      study,
      scored.map(({ arm, base, seeds }) => ({
        arm: arm.map((figures) => figures[name]),
        base: base.map((figures) => figures[name]),
        seeds,
      })),
    ),
  );
  return pairs.map((_, arm) => byFigure((name) => byName[name][arm]));
}

interface ScoredPairs {
  readonly arm: readonly ScoredRun[];
  readonly base: readonly ScoredRun[];
  readonly seeds: readonly number[];
}

/** One figure of all arms. */
function compareFigure(study: StudyState, scored: readonly ScoredPairs[]): ComparedFigure[] {
  const { people, count } = peopleOf(study.clips);
  const known = scored.map(
    ({ arm, base }) => arm.length > 0 && [...arm, ...base].every(({ value }) => !Number.isNaN(value)),
  );
  const pooled = pooledSeeds(commonDifferences(scored.filter((_, arm) => known[arm])));
  const arms = scored.length;
  return scored.map((pair, arm) => ({
    ...(known[arm] ? pairedDifference(pair, { people, arms, pooled }) : undetermined),
    ...{ arms, people: count },
  }));
}

/** Arm minus base for the seeds that all arms with two seeds or more share, `[arms][seeds]`. */
function commonDifferences(scored: readonly ScoredPairs[]): number[][] {
  const several = scored.filter(({ seeds }) => seeds.length > 1);
  return several.map(({ arm, base, seeds }) =>
    seeds.flatMap((seed, pair) =>
      several.every((other) => other.seeds.includes(seed)) ? [arm[pair].value - base[pair].value] : [],
    ),
  );
}

const undetermined: PairedDifference = {
  ...{ mean: 0, standardError: 1, degreesOfFreedom: 0 },
  ...{ low: -1, high: 1, p: 1, pairs: 0 },
};

function compareClasses(
  study: StudyState,
  pair: PairedSeeds,
): Pick<ComparisonToBase, "perEmotion" | "perSentiment" | "perGroup"> {
  const { emotions, groups, groupOf } = study.labels;
  const truths = study.clips.map(({ label }) => label);
  const { people } = peopleOf(study.clips);
  const toGroups = (named: readonly number[]) => named.map((emotion) => groupOf[emotion] ?? -1);
  const trueGroups = toGroups(truths);
  const compare = (
    wanted: number,
    truths: readonly number[],
    answers: (named: NamedBySeed) => readonly number[] | null,
  ) => {
    const score = (named: NamedBySeed) => {
      const given = answers(named);
      return given && scoreClass(given, truths, wanted);
    };
    const arm = pair.arm.map(score).filter((scored): scored is ScoredRun => scored !== null);
    const base = pair.base.map(score).filter((scored): scored is ScoredRun => scored !== null);
    return arm.length === 0 || base.length === 0 ? null : pairedDifference({ arm, base }, { people });
  };
  return {
    perEmotion: emotions.map((_, emotion) => compare(emotion, truths, (named) => named.emotions)),
    perSentiment: groups.map((_, group) => compare(group, trueGroups, (named) => named.sentiments)),
    perGroup: groups.map((_, group) => compare(group, trueGroups, (named) => toGroups(named.emotions))),
  };
}

function byFigure<Value>(make: (name: FigureName) => Value): Record<FigureName, Value> {
  return Object.fromEntries(figureNames.map((name) => [name, make(name)])) as Record<FigureName, Value>;
}
