import { displayMethod, type MimeBundle } from "../../../contracts/mimeBundle.js";
import type { RunInProgress } from "../runInProgress.js";
import type { Steerable } from "../../host/workInProgress.js";
import type { FoldResult } from "./crossValidation.js";

/** Forwards commands to the fold in training, and finished folds to those waiting for them. */
export class FoldsSteering implements Steerable {
  readonly #done: FoldResult[] = [];
  #current: RunInProgress | null = null;
  #paused = false;
  #stopped = false;
  #ended = false;
  #waiting: (() => void)[] = [];

  /** The training of the current fold; null between folds. */
  get current(): RunInProgress | null {
    return this.#current;
  }

  get stopped(): boolean {
    return this.#stopped;
  }

  pause(): void {
    this.#paused = true;
    this.#current?.pause();
  }

  resume(): void {
    this.#paused = false;
    this.#current?.resume();
  }

  stop(): void {
    this.#stopped = true;
    this.#current?.stop();
  }

  /** Called when a fold's training starts. */
  began(training: RunInProgress): void {
    this.#current = training;
    if (this.#paused) training.pause();
    if (this.#stopped) training.stop();
  }

  /** Called when a fold has finished. */
  finished(result: FoldResult): void {
    this.#current = null;
    this.#done.push(result);
    this.#wake();
  }

  /** Called when no more folds follow. */
  ended(): void {
    this.#ended = true;
    this.#wake();
  }

  /** The folds as they finish, including those before the call, until no more follow. */
  async *folds(): AsyncGenerator<FoldResult> {
    for (let next = 0; ; next += 1) {
      while (next >= this.#done.length && !this.#ended) {
        await new Promise<void>((resolve) => this.#waiting.push(resolve));
      }
      if (next >= this.#done.length) return;
      yield this.#done[next];
    }
  }

  [displayMethod](): MimeBundle {
    const count = this.#done.length;
    const finished = count === 1 ? "1 fold has finished" : `${count} folds have finished`;
    return { "text/plain": `Cross-validation is running; ${finished}.` };
  }

  #wake(): void {
    for (const wake of this.#waiting.splice(0)) wake();
  }
}
