import { fewPeople, peopleOf } from "../../metrics/people.js";
import type { RunState, StudyState } from "./studyState.js";

/** Sentences about what could mislead a reader of the figures. */
export function studyWarnings(study: StudyState): string[] {
  return [...fewSeeds(study), ...whoIsShown(study), ...failures(study), ...differingCircumstances(study)];
}

function fewSeeds({ seeds }: StudyState): string[] {
  if (seeds.length >= 5) return [];
  const are = seeds.length === 1 ? "is 1 seed" : `are ${seeds.length} seeds`;
  return [`There ${are}: intervals are very wide below five.`];
}

function whoIsShown({ clips }: StudyState): string[] {
  const { count, nameless } = peopleOf(clips);
  if (count === null) return ["No clip names its person: each clip is taken to be of another person."];
  const few = `The clips show ${count === 1 ? "1 person" : `${count} people`}: intervals are very wide below ten.`;
  return [
    ...(nameless > 0
      ? [`Clips that name no one, each taken to be of another person: ${nameless} of ${clips.length}.`]
      : []),
    ...(count < fewPeople ? [few] : []),
  ];
}

function failures(study: StudyState): string[] {
  return study.arms.flatMap((arm) =>
    arm.runs
      .filter((run) => run.state === "failed")
      .map((run) => `"${arm.name}", ${runName(study, run)}, failed: ${run.message ?? "no message"}`),
  );
}

/**
 * Arms that differ in more than planned (data, device, versions). Runs are compared within a fold: those of different
 * folds learn from different clips.
 */
function differingCircumstances(study: StudyState): string[] {
  const runs = study.arms.flatMap((arm) => arm.runs.map((run) => ({ arm: arm.name, run })));
  const known = runs.filter(({ run }) => run.circumstances !== null);
  const names = new Set(known.flatMap(({ run }) => Object.keys(run.circumstances!)));
  return [...names].flatMap((name) => {
    const other = known.find(
      (entry) => circumstance(entry, name) !== circumstance(usualOf(known, entry), name),
    );
    if (!other) return [];
    const usual = usualOf(known, other);
    return [
      `Runs differ in more than the plan says: ${name} is ${circumstance(usual, name)} in "${usual.arm}", ` +
        `${runName(study, usual.run)}, but ${circumstance(other, name)} in "${other.arm}", ${runName(study, other.run)}.`,
    ];
  });
}

interface KnownRun {
  readonly arm: string;
  readonly run: RunState;
}

/** The first run of the same fold. */
function usualOf(known: readonly KnownRun[], { run }: KnownRun): KnownRun {
  return known.find((entry) => entry.run.fold === run.fold)!;
}

function circumstance({ run }: KnownRun, name: string): string {
  return run.circumstances![name] ?? "unknown";
}

function runName({ folds }: StudyState, { seed, fold }: RunState): string {
  return folds > 1 ? `seed ${seed}, fold ${fold + 1}` : `seed ${seed}`;
}
