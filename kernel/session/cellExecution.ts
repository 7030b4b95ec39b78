import { setMaxListeners } from "node:events";
import { runOutsideCells, type CellContext } from "./cellContext.js";
import { errorOutput, Interrupted } from "./cellError.js";
import type { CellOutput, ErrorOutput } from "../contracts/cellOutput.js";
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

  emit(output: CellOutput): void {
    for (const shown of this.#limit.take(output)) runOutsideCells(() => this.client.onOutput(shown));
  }

  fail(error: unknown): ErrorOutput {
    const output = errorOutput(error);
    this.emit(output);
    return output;
  }

  /** Releases what the cell holds once nothing more is expected of it. */
  release(): void {
    this.#limit.close();
  }

  stop(reason: Error): void {
    this.#abort.abort(reason);
  }

  input(prompt: string, password: boolean): Promise<string> {
    const { onInput } = this.client;
    if (!onInput)
      return Promise.reject(
        new Error("input() cannot ask: this front end takes no input. Set the value in the cell instead."),
      );
    return this.untilStopped(runOutsideCells(() => onInput.call(this.client, prompt, password)));
  }

  /** Waits for some work, but no longer than until the cell is stopped. */
  untilStopped<T>(work: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const stop = () => reject(this.signal.reason as Error);
      if (this.signal.aborted) stop();
      this.signal.addEventListener("abort", stop, { once: true });
      work.then(resolve, reject).finally(() => this.signal.removeEventListener("abort", stop));
    });
  }
}

function reasonOf(signal: AbortSignal): Error {
  return signal.reason instanceof Error && signal.reason.name !== "AbortError"
    ? signal.reason
    : new Interrupted();
}
