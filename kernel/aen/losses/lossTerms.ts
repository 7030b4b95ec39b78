import type { LossFamily } from "./lossFamily.js";
import { type LossOptions, publishedLoss } from "./lossOptions.js";
import { requireLossOptions } from "./requireLossOptions.js";
import type { LossTerm } from "./lossTerm.js";
import { emotion } from "./terms/emotion.js";
import { energy } from "./terms/energy.js";
import { semanticTransfer } from "./terms/semanticTransfer.js";
import { sentiment } from "./terms/sentiment.js";

export { publishedLoss, recommendedLoss, type LossOptions } from "./lossOptions.js";

/**
 * The registry of loss terms, in the order they are summed; each is named after its file in kernel/aen/losses/terms.
 * test/structure/howToAdd/lossTerms.test.ts reports what a new family still lacks.
 */
export const lossFamilies = { sentiment, emotion, semanticTransfer, energy } satisfies Readonly<
  Record<string, LossFamily>
>;

/**
 * AEN's loss as named terms with their published weights; the total is their weighted sum (SPEC.md, section 3).
 * @throws RangeError for an option or a value that there is not
 */
export function lossTerms(options: LossOptions = {}): LossTerm[] {
  requireLossOptions(options);
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  const choices = { ...publishedLoss, ...(Object.fromEntries(given) as LossOptions) };
  const terms = Object.values<LossFamily>(lossFamilies).flatMap((family) => family.terms(choices));
  for (const { name, value } of terms) builtIns.set(value, { name, choices });
  return terms;
}

/** How {@link lossTerms} made a function: the term's name there, and all options. */
export interface BuiltInTerm {
  readonly name: string;
  readonly choices: Required<LossOptions>;
}

const builtIns = new WeakMap<LossTerm["value"], BuiltInTerm>();

/** How to make the same function again; null for a function defined elsewhere. */
export function builtInTerm(value: LossTerm["value"]): BuiltInTerm | null {
  return builtIns.get(value) ?? null;
}

/**
 * The function that {@link builtInTerm} described, also as written by a version with fewer options: those that came
 * later are as published. @returns null when this version has no such term
 */
export function builtInFunction({
  name,
  choices,
}: {
  readonly name: string;
  readonly choices: LossOptions;
}): LossTerm["value"] | null {
  return lossTerms(choices).find((term) => term.name === name)?.value ?? null;
}

/** The options with which {@link lossTerms} recreates the same function; null for a function defined elsewhere. */
export function choicesBehind(value: LossTerm["value"]): Required<LossOptions> | null {
  return builtInTerm(value)?.choices ?? null;
}
