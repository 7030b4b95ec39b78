import type { TrainingEvent } from "../../contracts/runs/trainingEvents.js";
import { WorkInProgress } from "../host/workInProgress.js";
import type { Run } from "./run.js";

/**
 * What `aen.train` returns at once: a handle to steer the run and watch its events, and a promise for the finished
 * run. `const run = await aen.train(...)` waits; `const training = aen.train(...)` does not, and `training.pause()`,
 * `for await (const event of training)` and `training.run` work meanwhile.
 */
export class RunInProgress extends WorkInProgress<Run> implements AsyncIterable<TrainingEvent> {
  constructor(
    readonly run: Run,
    carryOut: () => Promise<Run>,
  ) {
    super(run, carryOut);
  }

  [Symbol.asyncIterator](): AsyncIterator<TrainingEvent> {
    return this.run[Symbol.asyncIterator]();
  }
}
