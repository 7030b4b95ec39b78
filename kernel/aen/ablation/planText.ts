import { duration } from "./ablationText.js";
import { seedsText } from "./seedsText.js";
import type { PlannedArm, StudyPlan } from "./studyPlan.js";

/** A plan as printed before it runs. */
export function planText(plan: StudyPlan, seconds: number | null): string {
  const { arms, seeds, folds, tasks } = plan;
  const clips = folds.reduce((sum, { test }) => sum + test.length, 0);
  const each = [
    `${arms.length} arms`,
    `${seeds.length} seeds`,
    ...(folds.length > 1 ? [`${folds.length} folds`] : []),
  ];
  const time = seconds === null ? "" : `, about ${duration(seconds)} on this machine`;
  return [
    `Ablation "${plan.name}": ${each.join(" x ")} = ${tasks.length} runs${time}; judged on ${clips} clips`,
    bottomUpText(plan),
    seedsText(plan).join(" "),
    ...arms.map((arm) => `  ${armText(arm, arms[0])}`),
    ...plan.warnings.map((warning) => `Note: ${warning}`),
  ].join("\n");
}

/** How the bottom-up branch of the runs is trained. */
export function bottomUpText({
  bottomUp,
  givenBottomUp,
  arms,
}: Pick<StudyPlan, "bottomUp" | "givenBottomUp" | "arms">): string {
  const epochs = givenBottomUp ? 0 : (arms[0].training.pretraining?.epochs ?? 0);
  const pretrained = epochs === 0 ? "" : ` (${epochs} epochs)`;
  if (bottomUp === "learns")
    return `Every run trains the whole network from the same pretrained bottom-up branch${pretrained}.`;
  if (givenBottomUp) return "All runs share the given bottom-up branch, which stays frozen.";
  const begun = epochs === 0 ? "trained" : `pretrained${pretrained} and trained`;
  return `The bottom-up branch is ${begun} once per seed and fold, on the emotion terms alone, and then frozen.`;
}

/** An arm by what differs from the base; the base by its terms. */
export function armText(arm: PlannedArm, base: PlannedArm): string {
  if (arm === base)
    return `base: ${base.terms.map(({ name, weight }) => `${name} x ${round(weight)}`).join(", ")}`;
  const off = base.terms.filter(({ name }) => !arm.terms.some((term) => term.name === name));
  const changed = arm.terms.filter(({ name, weight }) => weightOf(base, name) !== weight);
  const words = [
    ...off.map(({ name }) => `no ${name}`),
    ...changed.map(({ name, weight }) => `${name} x ${round(weight)}`),
    ...arm.settings,
  ];
  return `${arm.name}: ${words.join(", ") || "other functions, same weights"}`;
}

function weightOf(arm: PlannedArm, name: string): number | undefined {
  return arm.terms.find((term) => term.name === name)?.weight;
}

function round(weight: number): string {
  return String(Number(weight.toPrecision(3)));
}
