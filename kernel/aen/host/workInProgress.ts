import { beginWork } from "./cancellation.js";
import { displayMethod, type MimeBundle } from "../../contracts/mimeBundle.js";

/** Work that can be paused, resumed and stopped, and that shows its progress. */
export interface Steerable {
  pause(): void;
  resume(): void;
  stop(): void;
  [displayMethod](): MimeBundle | Promise<MimeBundle>;
}

/**
 * A handle to long-running work, available at once: `await` it for the result, or steer it meanwhile; commands take
 * effect within one step. As the last expression of a cell it shows the progress of the work.
 */
export class WorkInProgress<T> implements PromiseLike<T> {
  /** Resolves when the work has ended, also by {@link stop}; rejects when it failed or its signal was aborted. */
  readonly finished: Promise<T>;
  readonly #work: Steerable;

  /** @param carryOut does the work; called soon, and stopped together with the cell that requested it */
  constructor(work: Steerable, carryOut: () => Promise<T>) {
    this.#work = work;
    this.finished = beginWork(
      () => Promise.resolve().then(carryOut),
      () => work.stop(),
    );
  }

  /** Pauses before the next step. */
  pause(): void {
    this.#work.pause();
  }

  /** Continues after {@link pause}. */
  resume(): void {
    this.#work.resume();
  }

  /** Ends after the current step; completed work is kept. */
  stop(): void {
    this.#work.stop();
  }

  then<A = T, B = never>(
    onFinished?: ((result: T) => A | PromiseLike<A>) | null,
    onFailed?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return this.finished.then(onFinished, onFailed);
  }

  catch<B = never>(onFailed?: ((reason: unknown) => B | PromiseLike<B>) | null): Promise<T | B> {
    return this.finished.catch(onFailed);
  }

  finally(onEnded?: (() => void) | null): Promise<T> {
    return this.finished.finally(onEnded);
  }

  [displayMethod](): MimeBundle | Promise<MimeBundle> {
    return this.#work[displayMethod]();
  }
}
