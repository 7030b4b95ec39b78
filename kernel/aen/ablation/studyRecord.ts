import { readFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { appendLine } from "../../files/appendLine.js";
import { emptyFolder } from "../../files/emptyFolder.js";
import { lockName } from "../../files/writerLock.js";
import { makeFolder, writeAtomically } from "../../files/writeAtomically.js";
import type { ClipPrediction } from "../../contracts/clipPrediction.js";
import { formatPredictions, parsePredictions } from "../../contracts/runs/predictions.js";
import type { StudyRunEvent, StudyRunEventBody } from "../../contracts/runs/runEvents.js";
import { notesFile } from "../../contracts/runs/runNotes.js";
import { parseRunFile, type RunFile } from "../../contracts/runs/runFile.js";
import { explainedWriteError } from "../training/record/explainedWriteError.js";
import type { RecordedTerm } from "../training/record/recordedTerms.js";
import type { LearningCurve } from "./ablationSummary.js";
import type { Circumstances } from "./studyState.js";

/** What a finished run of a study leaves behind. */
export interface FinishedRun {
  readonly predictions: readonly ClipPrediction[];
  readonly curve: Pick<LearningCurve, "loss" | "uar">;
  readonly circumstances: Circumstances;
}

/** What run.json says about a run in a study, whatever its state. */
export interface StudyRunDescription {
  readonly id: string;
  readonly study: string;
  readonly arm: string;
  readonly seed: number;
  readonly fold: number;
  readonly loss: readonly RecordedTerm[];
  readonly configuration: unknown;
  readonly training: unknown;
  readonly data: { readonly train: string; readonly test: string };
  readonly bottomUp: string;
  /** Per operation on the CPU; absent in records of earlier versions. */
  readonly threads?: number;
  /** Of AEN Notebook, Node and what computes; absent in records of earlier versions. */
  readonly versions?: Readonly<Record<string, string>>;
}

/** What it says about a run that has finished. */
interface FinishedRunFile extends RunFile {
  readonly circumstances: Circumstances;
  readonly curve: FinishedRun["curve"];
  readonly clips: number;
}

/**
 * The records of a study's runs, each a folder `runs/<id>/` with `run.json`, `events.jsonl` (one line per event) and
 * `predictions.jsonl` (one line per clip). A run counts as finished when its run.json says so; that file is written
 * after the predictions, under a temporary name, flushed to disk and renamed, so that after a crash a run is either
 * complete or absent.
 */
export class StudyRecord {
  readonly #told = new Set<string>();

  /**
   * @param folder usually `.aen`; null keeps nothing
   * @param onWarning told once of each kind of write that fails, after which the study goes on; without it, what fails
   *   is thrown
   */
  constructor(
    readonly folder: string | null,
    readonly onWarning?: (message: string) => void,
  ) {}

  runFolder(run: string): string | null {
    return this.folder === null ? null : path.join(this.folder, "runs", run);
  }

  /** A finished run; null when there is none or it cannot be read completely. */
  async read(run: string): Promise<FinishedRun | null> {
    const folder = this.runFolder(run);
    if (folder === null) return null;
    try {
      const file = parseRunFile(await readFile(path.join(folder, "run.json"), "utf8"));
      if (file?.state !== "finished") return null;
      const { curve, circumstances, clips } = file as FinishedRunFile;
      const predictions = parsePredictions(await readFile(path.join(folder, "predictions.jsonl"), "utf8"));
      return predictions?.length === clips ? { predictions, curve, circumstances } : null;
    } catch {
      return null;
    }
  }

  /** How a run that has begun was to be made; null when there is no such record. */
  async describe(run: string): Promise<StudyRunDescription | null> {
    const folder = this.runFolder(run);
    if (folder === null) return null;
    const text = await readFile(path.join(folder, "run.json"), "utf8").catch(() => "");
    return parseRunFile(text) as StudyRunDescription | null;
  }

  /** Starts the record of a run, replacing what an interrupted one left behind. */
  async begin(description: StudyRunDescription): Promise<void> {
    const folder = this.runFolder(description.id);
    if (folder === null) return;
    this.#telling("The beginning of a run", () => {
      makeFolder(folder);
      emptyFolder(folder, [lockName, notesFile]);
      writeAtomically(
        path.join(folder, "run.json"),
        JSON.stringify({ ...description, state: "running" }, null, 2),
      );
    });
    await this.event(description.id, { type: "start", run: description.id });
  }

  async event(run: string, event: StudyRunEventBody): Promise<void> {
    const folder = this.runFolder(run);
    if (folder === null) return;
    const timed: StudyRunEvent = { ...event, time: new Date().toISOString() };
    this.#telling("The events of a run", () =>
      appendLine(path.join(folder, "events.jsonl"), JSON.stringify(timed)),
    );
  }

  async finish(description: StudyRunDescription, finished: FinishedRun): Promise<void> {
    const folder = this.runFolder(description.id);
    if (folder === null) return;
    const { predictions, curve, circumstances } = finished;
    const whole = { ...description, state: "finished", circumstances, curve, clips: predictions.length };
    this.#telling("The predictions of a run", () => {
      writeAtomically(path.join(folder, "predictions.jsonl"), formatPredictions(predictions));
      writeAtomically(path.join(folder, "run.json"), JSON.stringify(whole, null, 2));
    });
    await this.event(description.id, { type: "end", state: "finished" });
  }

  async fail(description: StudyRunDescription, message: string): Promise<void> {
    const folder = this.runFolder(description.id);
    if (folder === null) return;
    await this.event(description.id, { type: "end", state: "failed", message });
    this.#telling("The failure of a run", () =>
      writeAtomically(
        path.join(folder, "run.json"),
        JSON.stringify({ ...description, state: "failed", message }, null, 2),
      ),
    );
  }

  studyFolder(study: string): string | null {
    return this.folder === null ? null : path.join(this.folder, "studies", study);
  }

  /** Writes a file of the study itself, e.g. its summary. */
  async writeStudy(study: string, name: string, content: unknown): Promise<void> {
    const folder = this.studyFolder(study);
    if (folder === null) return;
    this.#telling(`The study's ${name}`, () =>
      writeAtomically(path.join(folder, name), JSON.stringify(content, null, 2)),
    );
  }

  #telling(what: string, write: () => void): void {
    try {
      write();
      this.#told.delete(what);
    } catch (error) {
      if (!this.onWarning) throw error;
      if (this.#told.has(what)) return;
      this.#told.add(what);
      this.onWarning(
        `${explainedWriteError(error, what)} The study goes on; what is not written is computed again next time.`,
      );
    }
  }
}

/** What must not differ between the runs of a study. */
export function circumstancesOf(device: string, data: StudyRunDescription["data"]): Circumstances {
  return {
    device,
    processor: os.cpus()[0]?.model ?? "unknown",
    "version of Node.js": process.version,
    "training data": data.train.slice(0, 12),
  };
}
