import type { Model } from "../model/model.js";
import type { LoopState } from "./loopState.js";

const advice = "A smaller learningRate or a longer warm-up usually helps.";

/** Thrown when the loss or a weight is no longer a number. */
export class DivergedError extends Error {
  override readonly name = "DivergedError";

  /** @param terms each term of the loss before weighting, at the step that `state` is about to take */
  static ofLoss(
    state: LoopState,
    learningRate: number,
    terms: Readonly<Record<string, number>>,
  ): DivergedError {
    const broken = Object.keys(terms).filter((name) => !Number.isFinite(terms[name]));
    const which = broken.length > 0 ? ` (${broken.map((name) => `"${name}"`).join(", ")})` : "";
    const epoch = `${state.phase === "pretraining" ? "the pretraining's " : ""}epoch ${state.epoch + 1}`;
    return new DivergedError(
      `The loss${which} is not finite in ${epoch}, step ${state.step + 1}, at a learning rate of ${learningRate}. ${advice}`,
    );
  }
}

/**
 * Checks the weights that the last update has left, running statistics included: the loss of that update was computed
 * before it, so a last step can break them unseen.
 * @throws DivergedError naming the first weight with a value that is not finite, and the update
 */
export function requireFiniteWeights(model: Model, { phase, updates }: LoopState): void {
  for (const [name, variable] of model.variables) {
    const value = firstNotFinite(variable.dataSync());
    if (value === undefined) continue;
    throw new DivergedError(
      `The weight "${name}" holds ${value} after update ${updates} of the ${phase}. ${advice}`,
    );
  }
}

function firstNotFinite(values: ArrayLike<number>): number | undefined {
  for (let i = 0; i < values.length; i++) if (!Number.isFinite(values[i])) return values[i];
  return undefined;
}
