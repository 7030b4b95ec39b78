import type { TrainPlan } from "./trainOptions.js";

/** Whether a training is a fit of the bottom-up branch alone, whose validation stills, if any, judge that branch. */
export function isFit({
  epochs,
  pretraining,
  validate,
}: Pick<TrainPlan, "epochs" | "pretraining" | "validate">): boolean {
  const onStills = validate === null || validate.clips.every(({ frameCount }) => frameCount === 1);
  return epochs === 0 && pretraining !== null && onStills;
}
