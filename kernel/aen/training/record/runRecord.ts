import { existsSync } from "node:fs";
import { hostname } from "node:os";
import path from "node:path";
import type { ClipPrediction } from "../../../contracts/clipPrediction.js";
import { formatPredictions } from "../../../contracts/runs/predictions.js";
import { encodeSafetensors } from "../../model/safetensors.js";
import type { Model } from "../../model/model.js";
import type { StartEvent, TrainingEvent } from "../../../contracts/runs/trainingEvents.js";
import type { LoopState } from "../loopState.js";
import type { Optimizer } from "../optimizer.js";
import type { RunDescription } from "./runDescription.js";
import { writeCheckpoint } from "./checkpoint.js";
import { explainedWriteError } from "./explainedWriteError.js";
import { LineFile } from "../../../files/appendLine.js";
import { makeFolder, writeAtomically } from "../../../files/writeAtomically.js";

const startFile = "start.safetensors";

/**
 * The folder of one run: `run.json` (how it was started), `start.safetensors` (the weights that it was given, unless its
 * seed draws them), `events.jsonl` (one event per line, append-only), `checkpoints/`, `predictions.jsonl` (of the last evaluation).
 */
export class RunRecord {
  #events: LineFile | null = null;
  #broken = false;
  #ended = false;
  #origin: { readonly description: RunDescription; readonly start: Model } | null = null;
  readonly #told = new Set<string>();

  /** @param allEvents all events of the run so far, to write its record again should it be removed */
  constructor(
    readonly folder: string,
    readonly onWarning: (message: string) => void,
    readonly allEvents: () => readonly TrainingEvent[] = () => [],
  ) {}

  get checkpoints(): string {
    return path.join(this.folder, "checkpoints");
  }

  /**
   * Starts a record.
   * @param start the model as given, whose weights are kept unless the seed draws them
   * @throws Error, saying what to do, when the folder is not writable
   */
  begin(description: RunDescription, start: Model): void {
    try {
      this.continues(description, start);
      this.#writeOrigin();
    } catch (error) {
      throw new Error(explainedWriteError(error, `The record of the run ("${this.folder}")`), {
        cause: error,
      });
    }
  }

  /** Goes on with the record of a run that began earlier. */
  continues(description: RunDescription, start: Model): void {
    this.#origin = { description, start };
  }

  /**
   * Adds an event. The first failed write is reported, and the run continues; the events that are then missing are written
   * at the end of an epoch or of the run, once that is possible again.
   */
  addEvent(event: TrainingEvent): void {
    const written = event.type !== "step" && (this.#writeAgainIfGone() || this.#caughtUp(event));
    if (event.type === "end") this.#ended = true;
    if (this.#broken) return;
    try {
      this.#events ??= new LineFile(path.join(this.folder, "events.jsonl"));
      if (!written) this.#events.add(lineOf(event));
      if (this.#ended) this.close();
    } catch (error) {
      this.#broken = true;
      this.onWarning(
        `${explainedWriteError(error, "The run's events")} The run continues; they are written once they can be.`,
      );
    }
  }

  /** @returns the file; null when it could not be written: that is reported and the previous one is kept */
  checkpoint(model: Model, optimizer: Optimizer | null, state: LoopState, events: number): string | null {
    this.#writeAgainIfGone();
    return this.#telling("A checkpoint", () =>
      writeCheckpoint(this.checkpoints, model, optimizer, state, events),
    );
  }

  /** Saves the weights of the best epoch. */
  best(model: Model): void {
    this.#telling("The weights of the best epoch", () => {
      makeFolder(this.checkpoints);
      writeAtomically(path.join(this.checkpoints, "best.safetensors"), encodeSafetensors(model.weights()));
    });
  }

  /** Saves the predictions of the last evaluation, one clip per line; not if the record was removed after the run. */
  predictions(predictions: readonly ClipPrediction[]): void {
    if (this.#ended && this.#isGone()) return;
    this.#telling("The predictions", () =>
      writeAtomically(path.join(this.folder, "predictions.jsonl"), formatPredictions(predictions)),
    );
  }

  close(): void {
    const events = this.#events;
    this.#events = null;
    try {
      events?.flush();
    } finally {
      events?.close();
    }
  }

  #writeOrigin(): void {
    const { description, start } = this.#origin!;
    makeFolder(this.folder);
    if (description.model.start === "given")
      writeAtomically(path.join(this.folder, startFile), encodeSafetensors(start.weights()));
    writeAtomically(path.join(this.folder, "run.json"), `${JSON.stringify(description, null, 2)}\n`);
  }

  #isGone(): boolean {
    return this.#origin !== null && !existsSync(path.join(this.folder, "run.json"));
  }

  /** Writes a record that was removed or moved while its run trains anew, from memory. @returns whether it has */
  #writeAgainIfGone(): boolean {
    if (!this.#isGone()) return false;
    const again = this.#telling("The record, which was removed,", () => {
      this.#events?.close();
      this.#events = null;
      this.#writeOrigin();
      this.#writeEvents();
      return true;
    });
    if (!again) return false;
    this.onWarning(
      `The record of the run ("${this.folder}") was removed or moved while it trains. It was written again; the ` +
        "checkpoints until now are not in it, the next one will be.",
    );
    return true;
  }

  /** Tries to write all events anew after some could not be. @returns whether it has */
  #caughtUp({ type }: TrainingEvent): boolean {
    if (!this.#broken || (type !== "epoch" && type !== "end") || this.allEvents().length === 0) return false;
    try {
      this.#events?.close();
      this.#events = null;
      this.#writeEvents();
      return true;
    } catch {
      return false;
    }
  }

  #writeEvents(): void {
    const lines = this.allEvents().map((event) => `${lineOf(event)}\n`);
    writeAtomically(path.join(this.folder, "events.jsonl"), lines.join(""));
    this.#broken = false;
  }

  /** What fails is told once until it succeeds again. */
  #telling<Result>(what: string, write: () => Result): Result | null {
    try {
      const result = write();
      this.#told.delete(what);
      return result;
    } catch (error) {
      if (this.#told.has(what)) return null;
      this.#told.add(what);
      this.onWarning(
        `${explainedWriteError(error, what)} The run continues; the previous checkpoint is kept.`,
      );
      return null;
    }
  }
}

function lineOf(event: TrainingEvent): string {
  return JSON.stringify(event.type === "start" && !event.process ? signed(event) : event);
}

/** Adds the process that carries out the run to its start event. */
function signed(event: TrainingEvent & StartEvent): TrainingEvent {
  return { ...event, process: { pid: process.pid, host: hostname() } };
}
