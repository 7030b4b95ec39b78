import { displayMethod, type MimeBundle } from "../../../contracts/mimeBundle.js";
import { WorkInProgress } from "../../host/workInProgress.js";
import type { RunInProgress } from "../runInProgress.js";
import type { CrossValidation, FoldResult } from "./crossValidation.js";
import { FoldsSteering } from "./foldsSteering.js";

/**
 * A running cross-validation: `await` gives the {@link CrossValidation}, `for await` each fold as it finishes. Commands
 * take effect within one step, in this fold or the next; after a stop, `trainFolds` with `resume` continues it.
 */
export class FoldsInProgress extends WorkInProgress<CrossValidation> implements AsyncIterable<FoldResult> {
  readonly #steering: FoldsSteering;
  #result: CrossValidation | null = null;

  /** @param carryOut trains the folds */
  constructor(carryOut: (steering: FoldsSteering) => Promise<CrossValidation>) {
    const steering = new FoldsSteering();
    super(steering, () => carryOut(steering).finally(() => steering.ended()));
    this.#steering = steering;
    this.finished.then(
      (result) => (this.#result = result),
      () => {},
    );
  }

  /** The training of the current fold; null between folds. */
  get current(): RunInProgress | null {
    return this.#steering.current;
  }

  /** The folds as they finish, including those before the call. @throws what the cross-validation failed with */
  async *[Symbol.asyncIterator](): AsyncGenerator<FoldResult> {
    yield* this.#steering.folds();
    await this.finished;
  }

  override [displayMethod](): MimeBundle | Promise<MimeBundle> {
    return this.#result ? this.#result[displayMethod]() : super[displayMethod]();
  }
}
