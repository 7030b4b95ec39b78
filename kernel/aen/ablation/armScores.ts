import type { LabelSet } from "../labels.js";
import { predictedEmotion } from "../metrics/fusion.js";
import type { FigureName } from "./ablationSummary.js";
import { meanRate, type ScoredRun } from "./statistics/scoredRun.js";
import type { ArmState, RunState, StudyState } from "./studyState.js";

/** The emotions that an arm's runs with one seed named, all folds together: `[clips]`, -1 where not yet known. */
export type NamedEmotions = readonly number[];

/** What an arm named with each seed, `[seeds][clips]`. */
export function namedBySeed(study: StudyState, arm: ArmState): NamedEmotions[] {
  const place = new Map(study.clips.map(({ id }, index) => [id, index]));
  return study.seeds.map((seed) => {
    const named = new Array<number>(study.clips.length).fill(-1);
    for (const run of arm.runs.filter((candidate) => candidate.seed === seed)) {
      for (const prediction of run.predictions ?? []) {
        const index = place.get(prediction.clip);
        if (index !== undefined) named[index] = predictedEmotion(prediction, study.beta);
      }
    }
    return named;
  });
}

/** For each seed whether all folds of the arm have finished. */
export function finishedSeeds(study: StudyState, arm: ArmState): boolean[] {
  const finished = (run: RunState) => run.state === "finished" && run.predictions !== null;
  return study.seeds.map((seed) => arm.runs.filter((run) => run.seed === seed).every(finished));
}

/** The four figures of one seed. */
export function scoreFigures(
  named: NamedEmotions,
  truths: readonly number[],
  labels: LabelSet,
): Record<FigureName, ScoredRun> {
  const emotionRight = truths.map((truth, clip) => named[clip] === truth);
  const groupOf = (emotion: number) => (emotion < 0 ? -1 : labels.groupOf[emotion]);
  const groups = truths.map(groupOf);
  const groupRight = groups.map((group, clip) => groupOf(named[clip]) === group);
  const together = truths.map(() => 0);
  return {
    uar: meanRate(emotionRight, truths),
    war: meanRate(emotionRight, together),
    sentimentUar: meanRate(groupRight, groups),
    sentimentWar: meanRate(groupRight, together),
  };
}

/** Recall of one class; null when no clip has it. */
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
