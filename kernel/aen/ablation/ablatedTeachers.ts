import type { LossTerm } from "../losses/lossTerm.js";
import type { Model } from "../model/model.js";
import { Run } from "../training/run.js";

/** The loss that an arm minimises. */
interface ArmLoss {
  readonly terms: readonly Pick<LossTerm, "name" | "weight">[];
}

/**
 * Warns of a given bottom-up branch that learnt from terms which an arm leaves out or weighs differently: the arm then
 * keeps what they taught it, and the study says too little of what they are worth.
 * @param arms the base first
 */
export function ablatedTeachers(from: Run | Model | null, arms: readonly ArmLoss[]): string[] {
  if (!(from instanceof Run) || from.plan.bottomUp === "frozen" || from.plan.epochs === 0) return [];
  const taught = from.plan.loss.filter(({ weight }) => weight > 0).map(({ name }) => name);
  const changed = taught.filter((name) =>
    arms.some((arm) => weightOf(arm, name) !== weightOf(arms[0], name)),
  );
  if (changed.length === 0) return [];
  const names = changed.map((name) => `"${name}"`).join(", ");
  return [
    `The given bottom-up branch learnt from ${names}, which arms change: they keep what it learnt. To see all that a ` +
      `term is worth, give a branch that was trained by the emotion terms alone, or none.`,
  ];
}

function weightOf({ terms }: ArmLoss, name: string): number {
  return terms.find((term) => term.name === name)?.weight ?? 0;
}
