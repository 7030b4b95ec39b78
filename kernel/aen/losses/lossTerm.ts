import type * as tf from "@tensorflow/tfjs-core";
import type { LossInputs } from "./lossInputs.js";

/** One summand of the loss: what it is worth and how it is computed. */
export interface LossTerm {
  /** Shown in plots and ablations; unique within a loss. */
  readonly name: string;
  /** The factor of this term in the total; 0 or more. */
  readonly weight: number;
  /** The term before weighting: a scalar, differentiable by tfjs. */
  readonly value: (inputs: LossInputs) => tf.Tensor;
  /** What it does, in a sentence. */
  readonly description?: string;
}

/**
 * A loss term of one's own, to be added to those of {@link lossTerms} or to take one's place by its name.
 * @param value written in tf.* operations; returns a scalar
 * @throws RangeError for an empty name or a weight that is not a number of 0 or more
 * @example
 * aen.lossTerm("temporal smoothness", ({ frameLogits }) => tf.mean(tf.abs(...)), { weight: 0.1 })
 */
export function lossTerm(
  name: string,
  value: (inputs: LossInputs) => tf.Tensor,
  { weight = 1, description }: { weight?: number; description?: string } = {},
): LossTerm {
  if (name.trim() === "") throw new RangeError("A loss term needs a name.");
  if (!Number.isFinite(weight) || weight < 0) {
    throw new RangeError(
      `The weight of the loss term "${name}" must be a number of 0 or more, got ${weight}.`,
    );
  }
  return { name, weight, value, description };
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

/** `terms` without those named. @throws RangeError for a name that no term has */
export function withoutTerms(terms: readonly LossTerm[], ...names: string[]): LossTerm[] {
  for (const name of names) requireTerm(terms, name);
  return terms.filter((term) => !names.includes(term.name));
}

/** `terms` with `added`; a term of the same name is replaced in its place. */
export function withTerms(terms: readonly LossTerm[], ...added: LossTerm[]): LossTerm[] {
  const byName = new Map(terms.map((term) => [term.name, term]));
  for (const term of added) byName.set(term.name, term);
  return [...byName.values()];
}

function requireTerm(terms: readonly LossTerm[], name: string): void {
  if (terms.some((term) => term.name === name)) return;
  const known = terms.map((term) => `"${term.name}"`).join(", ");
  throw new RangeError(`There is no loss term "${name}"; there are ${known}.`);
}
