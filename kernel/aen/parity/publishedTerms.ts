import type { ArrayValue } from "../../engine/contract.js";
import type { LossTerm } from "../losses/lossTerm.js";
import { lossFamilies } from "../losses/lossTerms.js";

/** The terms of the published code: their names in its records, by our names. */
const recorded = Object.values(lossFamilies).flatMap(({ published }) => Object.entries(published));

/** Our terms under the names of SPEC.md, section 3, and the sums that the reference forms from them. */
export function publishedTermValues(
  outputs: ReadonlyMap<string, ArrayValue>,
  terms: readonly LossTerm[],
): Record<string, number> {
  const value = (name: string) => outputs.get(`term/${name}`)?.data[0] ?? NaN;
  const values = Object.fromEntries(recorded.map(([name, published]) => [published, value(name)]));
  return {
    ...values,
    ...sums(values),
    total: terms.reduce((sum, { name, weight }) => sum + weight * value(name), 0),
  };
}

function sums(values: Readonly<Record<string, number>>): Record<string, number> {
  const weighted = (name: string) => 0.7 * values[`${name}.level`] + 0.3 * values[`${name}.clip`];
  const transfer = [0, 1, 3].map((level) => values[`semanticTransferLoss${level}`]);
  return {
    sentimentLoss: weighted("sentimentLoss"),
    ekmanLoss: weighted("ekmanLoss"),
    semanticTransferLoss: 3 * (transfer[0] + transfer[1] + transfer[2]),
  };
}
