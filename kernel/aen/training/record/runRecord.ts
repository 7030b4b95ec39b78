import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from "node:fs";
import { hostname } from "node:os";
import path from "node:path";
import type { ClipPrediction } from "../../metrics/clipPrediction.js";
import { encodeSafetensors } from "../../model/safetensors.js";
import type { Model } from "../../model/model.js";
import type { TrainingEvent } from "../events.js";
import type { LoopState } from "../loopState.js";
import type { Optimizer } from "../optimizer.js";
import type { RunDescription } from "./runDescription.js";
import { writeCheckpoint } from "./checkpoint.js";
import { explainedWriteError } from "./writeError.js";
import { makeFolder, writeWhole } from "../../../files/writeWhole.js";

/**
 * The folder of one run: `run.json` (how it was started), `events.jsonl` (one event a line, only ever added to),
 * `checkpoints/`, `predictions.jsonl` (of the last evaluation).
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
   * Begins a record.
   * @throws Error in words that say what to do when the folder cannot be written to
   */
  begin(description: RunDescription): void {
    try {
      makeFolder(this.folder);
      writeWhole(path.join(this.folder, "run.json"), `${JSON.stringify(description, null, 2)}\n`);
    } catch (error) {
      throw new Error(explainedWriteError(error, `The record of the run ("${this.folder}")`), {
        cause: error,
      });
    }
  }

  /** Adds an event; an event that cannot be written is told once, and the run goes on. */
  addEvent(event: TrainingEvent): void {
    if (this.#broken) return;
    try {
      this.#events ??= openForAppending(path.join(this.folder, "events.jsonl"));
      // Whoever reads the record can tell by it whether a run that has no end still goes on.
      const by = event.type === "start" ? { process: { pid: process.pid, host: hostname() } } : {};
      writeSync(this.#events, `${JSON.stringify({ ...event, ...by })}\n`);
      if (event.type === "end") this.close();
    } catch (error) {
      this.#broken = true;
      this.onWarning(explainedWriteError(error, "The run's events"));
    }
  }

  /** @returns the file; null when it could not be written, which is told, and the one before stays */
  checkpoint(model: Model, optimizer: Optimizer | null, state: LoopState, events: number): string | null {
    return this.#telling("A checkpoint", () =>
      writeCheckpoint(this.checkpoints, model, optimizer, state, events),
    );
  }

  /** Keeps the weights of the best epoch. */
  best(model: Model): void {
    this.#telling("The weights of the best epoch", () => {
      makeFolder(this.checkpoints);
      writeWhole(path.join(this.checkpoints, "best.safetensors"), encodeSafetensors(model.weights()));
    });
  }

  /** Keeps the predictions of the last evaluation, one clip a line. */
  predictions(predictions: readonly ClipPrediction[]): void {
    const lines = predictions.map((prediction) => `${JSON.stringify(prediction)}\n`).join("");
    this.#telling("The predictions", () => writeWhole(path.join(this.folder, "predictions.jsonl"), lines));
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
        `${explainedWriteError(error, what)} The run goes on; the checkpoint before stays as it is.`,
      );
      return null;
    }
  }
}

/** A last line that was torn off is ended, so that the next one stands alone. */
function openForAppending(file: string): number {
  const torn = existsSync(file) && !/(^|\n)$/.test(readFileSync(file, "utf8"));
  const descriptor = openSync(file, "a");
  if (torn) writeSync(descriptor, "\n");
  return descriptor;
}

/**
 * The events of a record. What a run had done after the checkpoint from which it was resumed is left out, as
 * the resumed run did it again; a line that was torn off is dropped.
 * @param onWarning hears of lines that cannot be read
 */
export function readEvents(folder: string, onWarning: (message: string) => void = () => {}): TrainingEvent[] {
  const file = path.join(folder, "events.jsonl");
  if (!existsSync(file)) return [];
  const events: TrainingEvent[] = [];
  readFileSync(file, "utf8")
    .split("\n")
    .forEach((line, index) => {
      if (line === "") return;
      try {
        const event = JSON.parse(line) as TrainingEvent;
        if (event.type === "start" && event.keptEvents !== undefined) events.length = event.keptEvents;
        events.push(event);
      } catch {
        onWarning(`${file}, line ${index + 1} is torn and left out.`);
      }
    });
  return events;
}
