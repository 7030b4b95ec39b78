import { beginWork } from "../../caller.js";
import { displayMethod, type MimeBundle } from "../../views/mimeBundle.js";
import type { RunInProgress } from "../runInProgress.js";
import type { CrossValidation, FoldResult } from "./crossValidation.js";
import type { Steering } from "./trainFolds.js";

/**
 * A cross-validation that goes on: `await` gives the {@link CrossValidation}, `for await` each fold as it is done.
 * Commands take effect within one step.
 */
export class FoldsInProgress implements PromiseLike<CrossValidation>, AsyncIterable<FoldResult> {
  /** Settles when all folds are done or it was stopped; rejects when a fold failed or the signal was aborted. */
  readonly finished: Promise<CrossValidation>;
  readonly #done: FoldResult[] = [];
  #current: RunInProgress | null = null;
  #paused = false;
  #stopped = false;
  #ended = false;
  #waiting: (() => void)[] = [];

  /** @param carryOut trains the folds; called at once */
  constructor(carryOut: (steering: Steering) => Promise<CrossValidation>) {
    const work = () => Promise.resolve().then(() => carryOut(this.#steering()));
    this.finished = beginWork(work, () => this.stop());
    const end = () => {
      this.#ended = true;
      this.#wake();
    };
    this.finished.then(end, end);
  }

  /** The training of the present fold; null between folds. */
  get current(): RunInProgress | null {
    return this.#current;
  }

  /** Holds before the next step, be it of this fold or the next. */
  pause(): void {
    this.#paused = true;
    this.#current?.pause();
  }

  resume(): void {
    this.#paused = false;
    this.#current?.resume();
  }

  /** Ends after the present step; what is done stays, and `trainFolds` with `resume` goes on. */
  stop(): void {
    this.#stopped = true;
    this.#current?.stop();
  }

  then<A = CrossValidation, B = never>(
    onFinished?: ((result: CrossValidation) => A | PromiseLike<A>) | null,
    onFailed?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return this.finished.then(onFinished, onFailed);
  }

  /** The folds as they are done, those before the call too. @throws what the cross-validation failed with */
  async *[Symbol.asyncIterator](): AsyncGenerator<FoldResult> {
    for (let next = 0; ; next += 1) {
      while (next >= this.#done.length && !this.#ended) {
        await new Promise<void>((resolve) => this.#waiting.push(resolve));
      }
      if (next >= this.#done.length) break;
      yield this.#done[next];
    }
    await this.finished;
  }

  async [displayMethod](): Promise<MimeBundle> {
    if (!this.#ended)
      return { "text/plain": `Cross-validation goes on; ${this.#done.length} folds are done.` };
    return (await this.finished)[displayMethod]();
  }

  #steering(): Steering {
    const isStopped = () => this.#stopped;
    return {
      get stopped() {
        return isStopped();
      },
      began: (training) => {
        this.#current = training;
        if (this.#paused) training.pause();
        if (this.#stopped) training.stop();
      },
      finished: (result) => {
        this.#current = null;
        this.#done.push(result);
        this.#wake();
      },
    };
  }

  #wake(): void {
    for (const wake of this.#waiting.splice(0)) wake();
  }
}
