import { displayMethod, type MimeBundle } from "../views/mimeBundle.js";
import type { TrainingEvent } from "./events.js";
import type { Run } from "./run.js";

/**
 * What {@link train} gives back at once: a handle to steer the run and watch its events, and a promise of the
 * run when it has ended. `const run = await aen.train(...)` waits; `const training = aen.train(...)` does not,
 * and `training.pause()`, `for await (const event of training)` and `training.run` work meanwhile.
 */
export class RunInProgress implements PromiseLike<Run>, AsyncIterable<TrainingEvent> {
  /** @param finished settles when the run has ended; it rejects when the run failed or was aborted */
  constructor(
    readonly run: Run,
    readonly finished: Promise<Run>,
  ) {}

  pause(): void {
    this.run.pause();
  }

  resume(): void {
    this.run.resume();
  }

  stop(): void {
    this.run.stop();
  }

  then<A = Run, B = never>(
    onFinished?: ((run: Run) => A | PromiseLike<A>) | null,
    onFailed?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return this.finished.then(onFinished, onFailed);
  }

  catch<B = never>(onFailed?: ((reason: unknown) => B | PromiseLike<B>) | null): Promise<Run | B> {
    return this.finished.catch(onFailed);
  }

  [Symbol.asyncIterator](): AsyncIterator<TrainingEvent> {
    return this.run[Symbol.asyncIterator]();
  }

  [displayMethod](): Promise<MimeBundle> {
    return this.run[displayMethod]();
  }
}
