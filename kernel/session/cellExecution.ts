import { setMaxListeners } from "node:events";
import { runInCell, runOutsideCells, type CellContext } from "./cellContext.js";
import { callUserCode } from "../aen/host/userCode.js";
import { errorOutput, Interrupted } from "./cellError.js";
import type { CellOutput, ErrorOutput } from "../contracts/cellOutput.js";
import { settle } from "./settle.js";
import { storable } from "./storableData.js";
import { OutputLimit, type OutputLimits } from "./outputLimit.js";

/** How a cell reaches its client; see ExecuteOptions. */
interface CellClient {
  onOutput(output: CellOutput): void;
  onInput?(prompt: string, password: boolean): Promise<string>;
  readonly signal?: AbortSignal;
}

/** One execution of a cell: where its outputs go and how it is stopped. */
export class CellExecution implements CellContext {
  readonly #abort = new AbortController();
  readonly #limit: OutputLimit;
  #questions = 0;
  /**
   * Ends what waits for the cell, by number; not listeners of its signal: those of the user's come first, and one that loops is
   * terminated with all that follow. Reading and writing it calls nothing that a cell may have replaced.
   */
  readonly #waits = Object.create(null) as Record<number, (reason: Error) => void>;
  #waited = 0;

  constructor(
    readonly executionCount: number,
    readonly client: CellClient,
    limits?: OutputLimits,
    readonly code = "",
  ) {
    this.#limit = new OutputLimit(executionCount, limits);
    // Every timer and every promise that a cell waits for listens to its signal.
    setMaxListeners(0, this.#abort.signal);
    const { signal } = client;
    if (signal?.aborted) this.stop(reasonOf(signal));
    else signal?.addEventListener("abort", () => this.stop(reasonOf(signal)), { once: true });
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  /** @throws TypeError when a notebook cannot store the output */
  emit(output: CellOutput): void {
    for (const shown of this.#limit.take("data" in output ? storable(output) : output))
      runOutsideCells(() => this.client.onOutput(shown));
  }

  fail(error: unknown): ErrorOutput {
    const output = runInCell(this, () => shownError(error));
    this.emit(output);
    return output;
  }

  /** Releases what the cell holds once nothing more is expected of it. */
  release(): void {
    this.#limit.close();
  }

  stop(reason: Error): void {
    const first = this.signal.aborted ? (this.signal.reason as Error) : reason;
    for (const wait in this.#waits) this.#waits[wait](first);
    this.#abort.abort(reason);
  }

  async input(prompt: string, password: boolean): Promise<string> {
    const { onInput } = this.client;
    if (!onInput)
      throw new Error(
        "input() cannot ask: this front end takes no input. Set the value in the cell instead.",
      );
    this.#questions++;
    try {
      return await this.untilStopped(runOutsideCells(() => onInput.call(this.client, prompt, password)));
    } finally {
      this.#questions--;
    }
  }

  /** Whether it waits for the notebook's user. */
  get isAsking(): boolean {
    return this.#questions > 0;
  }

  /** Waits for some work, but no longer than until the cell is stopped. */
  untilStopped<T>(work: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      if (this.signal.aborted) reject(this.signal.reason as Error);
      const number = this.#waited++;
      this.#waits[number] = reject;
      const forget = () => delete this.#waits[number];
      const settled =
        <V>(end: (value: V) => void) =>
        (value: V) => {
          end(value);
          // Last: a cell may have replaced what it calls.
          forget();
        };
      void settle(() => work, settled(resolve), settled(reject));
    });
  }
}

/** An error's own getters and its stack may be code of the user's that does not return. */
function shownError(error: unknown): ErrorOutput {
  try {
    return callUserCode(() => errorOutput(error));
  } catch {
    return errorOutput(new Interrupted());
  }
}

function reasonOf(signal: AbortSignal): Error {
  return signal.reason instanceof Error && signal.reason.name !== "AbortError"
    ? signal.reason
    : new Interrupted();
}
