import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from "node:fs";
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
import { modeOfNew } from "../../../files/ownersAlone.js";
import { makeFolder, writeAtomically } from "../../../files/writeAtomically.js";

const startFile = "start.safetensors";

/**
 * The folder of one run: `run.json` (how it was started), `start.safetensors` (the weights that it was given, unless its
 * seed draws them), `events.jsonl` (one event per line, append-only), `checkpoints/`, `predictions.jsonl` (of the last evaluation).
 */
export class RunRecord {
  #events: number | null = null;
  #broken = false;

  constructor(
    readonly folder: string,
    readonly onWarning: (message: string) => void,
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
      makeFolder(this.folder);
      if (description.model.start === "given")
        writeAtomically(path.join(this.folder, startFile), encodeSafetensors(start.weights()));
      writeAtomically(path.join(this.folder, "run.json"), `${JSON.stringify(description, null, 2)}\n`);
    } catch (error) {
      throw new Error(explainedWriteError(error, `The record of the run ("${this.folder}")`), {
        cause: error,
      });
    }
  }

  /** Adds an event. The first failed write is reported; after it no events are recorded, and the run continues. */
  addEvent(event: TrainingEvent): void {
    if (this.#broken) return;
    try {
      this.#events ??= openForAppending(path.join(this.folder, "events.jsonl"));
      writeSync(this.#events, `${JSON.stringify(event.type === "start" ? signed(event) : event)}\n`);
      if (event.type === "end") this.close();
    } catch (error) {
      this.#broken = true;
      this.onWarning(explainedWriteError(error, "The run's events"));
    }
  }

  /** @returns the file; null when it could not be written: that is reported and the previous one is kept */
  checkpoint(model: Model, optimizer: Optimizer | null, state: LoopState, events: number): string | null {
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

  /** Saves the predictions of the last evaluation, one clip per line. */
  predictions(predictions: readonly ClipPrediction[]): void {
    this.#telling("The predictions", () =>
      writeAtomically(path.join(this.folder, "predictions.jsonl"), formatPredictions(predictions)),
    );
  }

  close(): void {
    if (this.#events === null) return;
    fsyncSync(this.#events);
    closeSync(this.#events);
    this.#events = null;
  }

  #telling<Result>(what: string, write: () => Result): Result | null {
    try {
      return write();
    } catch (error) {
      this.onWarning(
        `${explainedWriteError(error, what)} The run continues; the previous checkpoint is kept.`,
      );
      return null;
    }
  }
}

/** Adds the process that carries out the run to its start event. */
function signed(event: TrainingEvent & StartEvent): TrainingEvent {
  return { ...event, process: { pid: process.pid, host: hostname() } };
}

/** Opens a file for appending; terminates a truncated last line, so that the next one is separate. */
function openForAppending(file: string): number {
  const torn = existsSync(file) && !/(^|\n)$/.test(readFileSync(file, "utf8"));
  const descriptor = openSync(file, "a", modeOfNew(file, "file"));
  if (torn) writeSync(descriptor, "\n");
  return descriptor;
}
