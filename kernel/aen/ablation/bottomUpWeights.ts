import { createHash } from "node:crypto";
import { bottomUpSettings } from "../model/bottomUpSettings.js";
import type { ModelConfiguration } from "../model/configuration.js";
import type { Model, WeightValues } from "../model/model.js";
import { isBottomUp } from "../model/parameterList.js";
import { Run } from "../training/run.js";

/** The weights of a trained bottom-up branch that all runs of a study start from. */
export interface BottomUpWeights {
  /** Its weights and those of the frozen frame model (`frozen.*`), by name. */
  readonly weights: ReadonlyMap<string, WeightValues>;
  /** Twelve hexadecimal digits that identify the weights. */
  readonly hash: string;
}

/** @deprecated Use {@link BottomUpWeights}; it is the same. */
export type GivenBottomUp = BottomUpWeights;

/**
 * Extracts the bottom-up branch and the frozen frame model from a network.
 * @param arms all arms that will start from it
 * @throws RangeError when the network was never trained, or an arm's bottom-up branch has a different shape
 */
export function bottomUpWeights(
  source: Run | Model,
  arms: readonly { readonly name: string; readonly configuration: ModelConfiguration }[],
): BottomUpWeights {
  const model = source instanceof Run ? source.model : source;
  for (const { name, configuration } of arms) requireSameForm(model.configuration, configuration, name);
  const weights = new Map(
    [...model.weights()].filter(([name]) => isBottomUp(name) || name.startsWith("frozen.")),
  );
  if (![...weights.keys()].some((name) => name.startsWith("frozen."))) {
    throw new RangeError(
      "The network given as { bottomUp } has no frozen frame model, so it was never trained; train it, e.g. with { pretraining: { stills } }.",
    );
  }
  const hash = createHash("sha256");
  for (const [name, { data }] of weights)
    hash.update(name).update(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
  return { weights, hash: hash.digest("hex").slice(0, 12) };
}

function requireSameForm(given: ModelConfiguration, wanted: ModelConfiguration, arm: string): void {
  const [ofGiven, ofArm] = [bottomUpSettings(given), bottomUpSettings(wanted)];
  for (const [name, value] of Object.entries(ofArm)) {
    const other = ofGiven[name as keyof ModelConfiguration];
    if (JSON.stringify(other) === JSON.stringify(value)) continue;
    throw new RangeError(
      `The arm "${arm}" cannot start from the network given as { bottomUp }: its ${name} is ${JSON.stringify(value)}, the network's is ${JSON.stringify(other)}.`,
    );
  }
}
