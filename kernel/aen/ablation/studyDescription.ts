import { recordTerm } from "../training/record/recordedTerms.js";
import { callingCell } from "../host/callingCell.js";
import { packageVersions } from "../training/record/runDescription.js";
import type { StudyPlan, StudyTask } from "./studyPlan.js";
import type { StudyRunDescription } from "./studyRecord.js";

/** A run of a study, for its record. */
export function describeRun(plan: StudyPlan, task: StudyTask): StudyRunDescription {
  const { name, terms, configuration, training } = plan.arms[task.arm];
  const { loss: _loss, pretraining: _pretraining, validate: _validate, ...plain } = training;
  const { train, test } = plan.folds[task.fold];
  return {
    ...{ id: task.run, study: plan.id, arm: name, seed: task.seed, fold: task.fold },
    loss: terms.map(recordTerm),
    ...{ configuration, training: { ...plain, seed: task.seed }, bottomUp: plan.bottomUp },
    data: { train: train.contentHash, test: test.contentHash },
    versions: packageVersions(),
  };
}

/** A study's plan, for readers of its record. */
export function planDescription(plan: StudyPlan): object {
  const arms = plan.arms.map(({ name, terms, settings }) => ({
    ...{ name, settings },
    terms: terms.map(({ name: term, weight }) => ({ name: term, weight })),
  }));
  const { id, name, seeds, bottomUp, tasks } = plan;
  return { id, name, cell: callingCell(), seeds, arms, bottomUp, runs: tasks };
}
