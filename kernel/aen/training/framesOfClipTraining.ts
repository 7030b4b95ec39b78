import type { ModelConfiguration } from "../model/configuration.js";
import type { TrainPlan } from "./trainOptions.js";

/** A frame that is trained on passes the network forwards once and backwards, which costs twice as much. */
const passesOfTraining = 3;

/**
 * The cost of a training on clips in frames of the pretraining, to say before it begins roughly how long it will take: each
 * frame that is trained on, the frozen model's look at it, and each validation. The bottom-up branch, which both train,
 * takes most of the time.
 *
 * @param clips how many have a label
 * @returns undefined where the bottom-up branch is frozen or another network is trained on clips, whose cost differs
 */
export function framesOfClipTraining(
  { frames, clipModel }: Pick<ModelConfiguration, "frames" | "clipModel">,
  clips: number,
  { epochs, batch, bottomUp, validate }: Pick<TrainPlan, "epochs" | "batch" | "bottomUp" | "validate">,
): number | undefined {
  if (bottomUp === "frozen" || clipModel !== undefined) return undefined;
  const own = Math.min(batch, clips);
  const trained = Math.floor(clips / own) * own;
  const passes = trained * (passesOfTraining + 1) + (validate?.length ?? 0);
  return (epochs * frames * passes) / passesOfTraining;
}
