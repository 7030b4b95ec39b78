import { personNumbers } from "../../metrics/people.js";
import { personOf } from "../clips/personOf.js";
import { clipModelOf } from "../model/clipModel.js";
import { groupsInBase } from "./armGroups.js";
import { seedsText } from "./seedsText.js";
import type { PlannedArm, StudyPlan, StudyTask } from "./studyPlan.js";
import type { ArmState, RunState, StudyState } from "./studyState.js";

/** A study as it stands: its plan with what is known of each run. */
export function studyState(
  plan: StudyPlan,
  runOf: (task: StudyTask) => RunState,
  now: Pick<StudyState, "state" | "secondsLeft" | "warnings">,
): StudyState {
  const { name, labels, seeds, folds, beta, arms, tasks } = plan;
  return {
    ...{ name, labels, seeds, folds: folds.length, beta, ...now },
    clips: judgedClips(plan),
    arms: arms.map((arm, index) => ({
      ...armState(arm, labels),
      runs: tasks.filter((task) => task.arm === index).map(runOf),
    })),
    seedsVary: seedsText(plan),
  };
}

/** The test clips of all folds; their people as numbers, of those that name theirs. */
function judgedClips({ folds }: StudyPlan): StudyState["clips"] {
  const judged = folds.flatMap(({ test }) => test.clips);
  const people = personNumbers(judged.map(personOf));
  return judged.map(({ id, label, identity }, at) => ({
    ...{ id, label: label! },
    ...(identity !== null && { person: people[at] }),
  }));
}

function armState(
  { name, labels: own, terms, settings, configuration }: PlannedArm,
  labels: StudyPlan["labels"],
): Omit<ArmState, "runs"> {
  return {
    name,
    hasOtherGroups: groupsInBase(own, labels) === null,
    hasNoSentimentHead: !clipModelOf(configuration).hasTopDownHeads,
    weights: new Map(terms.map(({ name: term, weight }) => [term, weight])),
    settings,
  };
}
