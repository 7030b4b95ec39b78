import type * as tf from "@tensorflow/tfjs-core";
import { requireName } from "../givenNames.js";
import type { LossInputs } from "./lossInputs.js";

/** One summand of the loss: its weight and how to compute it. */
export interface LossTerm {
  /** Shown in plots and ablations; unique within a loss. */
  readonly name: string;
  /** Factor of this term in the total; 0 or more. */
  readonly weight: number;
  /** The unweighted term: a scalar, differentiable by tfjs. */
  readonly value: (inputs: LossInputs) => tf.Tensor;
  /** What the term does, in one sentence. */
  readonly description?: string;
}

/**
 * A custom loss term, to add to those of `aen.lossTerms` or to replace the one of the same name.
 * @param value written in tf.* operations; returns a scalar
 * @throws RangeError for an invalid name or a weight that is not a number of 0 or more
 * @example
 * aen.lossTerm("temporal smoothness", ({ frameLogits }) => tf.mean(tf.abs(...)), { weight: 0.1 })
 */
export function lossTerm(
  name: string,
  value: (inputs: LossInputs) => tf.Tensor,
  { weight = 1, description }: { weight?: number; description?: string } = {},
): LossTerm {
  requireName("A loss term", name);
  requireWeight(name, weight);
  return { name, weight, value, description };
}

/**
 * Checks that the terms of a loss have valid, distinct names and finite weights.
 * @throws RangeError for an invalid name or weight, or for two terms with the same name
 */
export function requireTerms(terms: readonly LossTerm[]): void {
  const seen = new Set<string>();
  for (const { name, weight } of terms) {
    requireName("A loss term", name);
    if (seen.has(name)) throw new RangeError(`Two loss terms are called "${name}". Rename one of them.`);
    seen.add(name);
    requireWeight(name, weight);
  }
}

function requireWeight(name: string, weight: number): void {
  if (Number.isFinite(weight) && weight >= 0) return;
  throw new RangeError(`The weight of the loss term "${name}" must be a number of 0 or more, got ${weight}.`);
}

/** `terms` with some weights changed, by name. @throws RangeError for a name that no term has */
export function withWeights(
  terms: readonly LossTerm[],
  weights: Readonly<Record<string, number>>,
): LossTerm[] {
  for (const name of Object.keys(weights)) requireTerm(terms, name);
  return terms.map((term) =>
    lossTerm(term.name, term.value, { ...term, weight: weights[term.name] ?? term.weight }),
  );
}

/** `terms` without the named ones. @throws RangeError for a name that no term has */
export function withoutTerms(terms: readonly LossTerm[], ...names: string[]): LossTerm[] {
  for (const name of names) requireTerm(terms, name);
  return terms.filter((term) => !names.includes(term.name));
}

/** `terms` with `added`; a term of the same name is replaced in place. */
export function withTerms(terms: readonly LossTerm[], ...added: LossTerm[]): LossTerm[] {
  const byName = new Map(terms.map((term) => [term.name, term]));
  for (const term of added) byName.set(term.name, term);
  return [...byName.values()];
}

function requireTerm(terms: readonly LossTerm[], name: string): void {
  if (terms.some((term) => term.name === name)) return;
  const known = terms.map((term) => `"${term.name}"`).join(", ");
  throw new RangeError(`There is no loss term "${name}"; the terms are ${known}.`);
}
