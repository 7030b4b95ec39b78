import type { ArrayValue } from "../../engine/compile.js";
import type { LossTerm } from "../losses/lossTerm.js";

/** Our terms under the names of SPEC.md, section 3, and the sums that the reference makes of them. */
export function publishedTermValues(
  outputs: ReadonlyMap<string, ArrayValue>,
  terms: readonly LossTerm[],
): Record<string, number> {
  const value = (name: string) => outputs.get(`term/${name}`)?.data[0] ?? NaN;
  const transfer = [0, 1, 3].map((level) => value(`semantic transfer at level ${level}`));
  const sentiment = { level: value("sentiment at level 1"), clip: value("sentiment at clip") };
  const emotion = { level: value("emotion at level 3"), clip: value("emotion at clip") };
  return {
    "sentimentLoss.level": sentiment.level,
    "sentimentLoss.clip": sentiment.clip,
    sentimentLoss: 0.7 * sentiment.level + 0.3 * sentiment.clip,
    "ekmanLoss.level": emotion.level,
    "ekmanLoss.clip": emotion.clip,
    ekmanLoss: 0.7 * emotion.level + 0.3 * emotion.clip,
    semanticTransferLoss0: transfer[0],
    semanticTransferLoss1: transfer[1],
    semanticTransferLoss3: transfer[2],
    semanticTransferLoss: 3 * (transfer[0] + transfer[1] + transfer[2]),
    energyLoss1: value("energy of sentiment"),
    energyLoss2: value("energy of emotion"),
    total: terms.reduce((sum, { name, weight }) => sum + weight * value(name), 0),
  };
}
