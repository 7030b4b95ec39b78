import type { ClipSet } from "../clips/clipSet.js";
import { takeRunToResume } from "../host/runToResume.js";
import type { Model } from "../model/model.js";
import { resume } from "./resume.js";
import type { RunInProgress } from "./runInProgress.js";
import { train as begin } from "./train.js";
import type { TrainOptions } from "./trainOptions.js";

/**
 * Trains a copy of a model; the model itself is unchanged, so that the same call gives the same run again. Without a
 * frozen frame model, the bottom-up branch is pretrained first, in its own phase, with epochs of its own
 * (`pretraining.epochs`: 4 with tiny, 8 with small) that come on top of `epochs`; `pretraining: false` leaves it out.
 * In a cell that was asked to resume its interrupted run (the board's button Resume), goes on with that run instead.
 * @returns a handle that can be awaited (the finished run), steered and watched
 * @throws RangeError (synchronously) for invalid options or clips whose label set differs from the model's; Error when
 * the run's record cannot be written
 */
export function train(model: Model, clips: ClipSet, options: TrainOptions = {}): RunInProgress {
  const run = takeRunToResume();
  if (run === undefined) return begin(model, clips, options);
  const { validate, signal, device, loss, record, pretraining } = options;
  const stills = pretraining ? pretraining.stills : undefined;
  return resume(run, clips, {
    ...{ validate, signal, device, loss },
    ...(stills && { stills }),
    ...(typeof record === "string" && { record }),
  });
}
