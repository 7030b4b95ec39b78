import type { TrainingEvent } from "../../../contracts/runs/trainingEvents.js";
import { WorkInProgress } from "../../host/workInProgress.js";
import type { Run } from "../run.js";
import type { RunInProgress } from "../runInProgress.js";
import { BottomUp } from "./bottomUp.js";

/**
 * What `aen.bottomUp.fit` returns at once: await it for the {@link BottomUp}, or steer it and watch its events meanwhile.
 * After `stop()` the branch has the weights of the last step.
 */
export class FitInProgress extends WorkInProgress<BottomUp> implements AsyncIterable<TrainingEvent> {
  readonly run: Run;

  constructor(training: RunInProgress) {
    super(training.run, async () => new BottomUp(await training));
    this.run = training.run;
  }

  [Symbol.asyncIterator](): AsyncIterator<TrainingEvent> {
    return this.run[Symbol.asyncIterator]();
  }
}
