import { appendFile, mkdir, readFile, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { writeWhole } from "../../files/writeWhole.js";
import type { ClipPrediction } from "../metrics/clipPrediction.js";
import type { LearningCurve } from "./ablationSummary.js";
import type { Circumstances } from "./studyState.js";

/** What a finished run of a study leaves behind. */
export interface FinishedRun {
  readonly predictions: readonly ClipPrediction[];
  readonly curve: Pick<LearningCurve, "loss" | "uar">;
  readonly circumstances: Circumstances;
}

/** What run.json says of a run in a study. */
export interface RunDescription {
  readonly id: string;
  readonly study: string;
  readonly arm: string;
  readonly seed: number;
  readonly fold: number;
  readonly loss: readonly { readonly name: string; readonly weight: number }[];
  readonly configuration: unknown;
  readonly training: unknown;
  readonly data: { readonly train: string; readonly test: string };
  readonly backbone: string;
}

/**
 * The records of a study's runs, each a folder `runs/<id>/` with `run.json`, `events.jsonl` (one line an event)
 * and `predictions.jsonl` (one line a clip). A run counts as finished when its run.json says so, which is written
 * last, under a temporary name, flushed to the disk and renamed: whatever dies, a run is whole or not there.
 */
export class StudyRecord {
  /** @param folder usually `.aen`; null keeps nothing */
  constructor(readonly folder: string | null) {}

  runFolder(run: string): string | null {
    return this.folder === null ? null : path.join(this.folder, "runs", run);
  }

  /** A finished run; null when there is none, or none that can be read whole. */
  async read(run: string): Promise<FinishedRun | null> {
    const folder = this.runFolder(run);
    if (folder === null) return null;
    try {
      const description = JSON.parse(await readFile(path.join(folder, "run.json"), "utf8")) as {
        state: string;
        circumstances: Circumstances;
        curve: FinishedRun["curve"];
        clips: number;
      };
      const lines = (await readFile(path.join(folder, "predictions.jsonl"), "utf8")).trimEnd().split("\n");
      if (description.state !== "finished" || lines.length !== description.clips) return null;
      const predictions = lines.map((line) => JSON.parse(line) as ClipPrediction);
      return { predictions, curve: description.curve, circumstances: description.circumstances };
    } catch {
      return null;
    }
  }

  /** Begins the record of a run, in place of what an interrupted one has left. */
  async begin(description: RunDescription): Promise<void> {
    const folder = this.runFolder(description.id);
    if (folder === null) return;
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    writeWhole(path.join(folder, "run.json"), JSON.stringify({ ...description, state: "running" }, null, 2));
    await this.event(description.id, { type: "start", run: description.id });
  }

  async event(run: string, event: object): Promise<void> {
    const folder = this.runFolder(run);
    if (folder === null) return;
    const line = JSON.stringify({ ...event, time: new Date().toISOString() });
    await appendFile(path.join(folder, "events.jsonl"), `${line}\n`);
  }

  async finish(description: RunDescription, finished: FinishedRun): Promise<void> {
    const folder = this.runFolder(description.id);
    if (folder === null) return;
    const { predictions, curve, circumstances } = finished;
    const lines = predictions.map((prediction) => `${JSON.stringify(prediction)}\n`).join("");
    writeWhole(path.join(folder, "predictions.jsonl"), lines);
    await this.event(description.id, { type: "end", state: "finished" });
    const whole = { ...description, state: "finished", circumstances, curve, clips: predictions.length };
    writeWhole(path.join(folder, "run.json"), JSON.stringify(whole, null, 2));
  }

  async fail(description: RunDescription, message: string): Promise<void> {
    const folder = this.runFolder(description.id);
    if (folder === null) return;
    await this.event(description.id, { type: "end", state: "failed", message });
    writeWhole(
      path.join(folder, "run.json"),
      JSON.stringify({ ...description, state: "failed", message }, null, 2),
    );
  }

  /** Writes a file of the study itself, e.g. its summary. */
  async writeStudy(study: string, name: string, content: unknown): Promise<void> {
    if (this.folder === null) return;
    const folder = path.join(this.folder, "studies", study);
    await mkdir(folder, { recursive: true });
    writeWhole(path.join(folder, name), JSON.stringify(content, null, 2));
  }
}

/** What must not differ between the runs of a study. */
export function circumstancesOf(device: string, data: RunDescription["data"]): Circumstances {
  return {
    device,
    processor: os.cpus()[0]?.model ?? "unknown",
    "version of Node.js": process.version,
    "training data": data.train.slice(0, 12),
  };
}
