import type { LabelSet } from "../labels.js";
import { clipScores } from "../../metrics/clipScores.js";
import { predictedEmotion } from "../../metrics/fusion.js";
import { argmax } from "../../metrics/probabilities.js";
import type { FigureName } from "./ablationSummary.js";
import { meanRate, type ScoredRun } from "./statistics/scoredRun.js";
import type { ArmState, RunState, StudyState } from "./studyState.js";

/** What an arm's runs with one seed predict, all folds together; -1 where unknown. */
export interface NamedBySeed {
  /** `[clips]` */
  readonly emotions: readonly number[];
  /** The sentiment head's own answers, `[clips]`; null where the arm has other groups than the base, or no such head. */
  readonly sentiments: readonly number[] | null;
}

/** An arm's predictions for each seed, `[seeds]`. */
export function namedBySeed(study: StudyState, arm: ArmState): NamedBySeed[] {
  const place = new Map(study.clips.map(({ id }, index) => [id, index]));
  return study.seeds.map((seed) => {
    const emotions = new Array<number>(study.clips.length).fill(-1);
    const sentiments = new Array<number>(study.clips.length).fill(-1);
    for (const run of arm.runs.filter((candidate) => candidate.seed === seed)) {
      for (const prediction of run.predictions ?? []) {
        const index = place.get(prediction.clip);
        if (index === undefined) continue;
        const scores = clipScores(prediction);
        emotions[index] = predictedEmotion(scores, study.beta);
        sentiments[index] = argmax(scores.sentiment);
      }
    }
    return { emotions, sentiments: hasComparableSentiment(arm) ? sentiments : null };
  });
}

/** Whether the arm has a sentiment head whose answers are of the base's groups. */
function hasComparableSentiment({ hasOtherGroups, hasNoSentimentHead }: ArmState): boolean {
  return !hasOtherGroups && !hasNoSentimentHead;
}

/** For each seed whether all folds of the arm have finished. */
export function finishedSeeds(study: StudyState, arm: ArmState): boolean[] {
  const finished = (run: RunState) => run.state === "finished" && run.predictions !== null;
  return study.seeds.map((seed) => arm.runs.filter((run) => run.seed === seed).every(finished));
}

/** The figures of one seed. */
export function scoreFigures(
  { emotions, sentiments }: NamedBySeed,
  truths: readonly number[],
  labels: LabelSet,
): Record<FigureName, ScoredRun> {
  const emotionRight = truths.map((truth, clip) => emotions[clip] === truth);
  const groupOf = (emotion: number) => (emotion < 0 ? -1 : labels.groupOf[emotion]);
  const groups = truths.map(groupOf);
  const sentiment = (classes: readonly number[]) =>
    sentiments
      ? meanRate(
          groups.map((group, clip) => sentiments[clip] === group),
          classes,
        )
      : unknown(truths.length);
  const groupRight = groups.map((group, clip) => groupOf(emotions[clip]) === group);
  const together = truths.map(() => 0);
  return {
    uar: meanRate(emotionRight, truths),
    war: meanRate(emotionRight, together),
    sentimentUar: sentiment(groups),
    sentimentWar: sentiment(together),
    groupUar: meanRate(groupRight, groups),
    groupWar: meanRate(groupRight, together),
  };
}

function unknown(clips: number): ScoredRun {
  return {
    value: NaN,
    influence: new Float64Array(clips),
    weight: new Float64Array(clips),
    alone: new Uint8Array(clips),
  };
}

/** Recall of one class; null when no clip belongs to it. */
export function scoreClass(
  named: readonly number[],
  truths: readonly number[],
  wanted: number,
): ScoredRun | null {
  if (!truths.includes(wanted)) return null;
  return meanRate(
    truths.map((truth, clip) => named[clip] === truth),
    truths.map((truth) => (truth === wanted ? 0 : -1)),
  );
}
