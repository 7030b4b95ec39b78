import { hasDrawnWeights } from "../model/drawnWeights.js";
import { Model } from "../model/model.js";
import type { TrainOptions } from "./trainOptions.js";

/**
 * The model that a training begins with: the one that is given, or one whose weights are drawn from the training's seed.
 * @throws RangeError when drawing would throw away what the model has learnt
 */
export function startModel(
  model: Model,
  { seed = 1, startWeights = "given" }: Pick<TrainOptions, "seed" | "startWeights">,
): Model {
  if (startWeights === "given") return model;
  if (startWeights !== "drawn") {
    throw new RangeError(`{ startWeights } is "given" or "drawn", not ${JSON.stringify(startWeights)}.`);
  }
  if (hasDrawnWeights(model))
    return model.seed === seed ? model : new Model(model.configuration, model.labels, seed);
  throw new RangeError(
    `The model has weights that it learnt or was given; { startWeights: "drawn" } would throw them away. Leave it out, ` +
      `or start from a new model.`,
  );
}
