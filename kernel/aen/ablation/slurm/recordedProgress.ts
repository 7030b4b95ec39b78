import { open, readFile } from "node:fs/promises";
import path from "node:path";
import { parseEvents, type StudyRunEvent } from "../../../contracts/runs/runEvents.js";
import { parseRunFile } from "../../../contracts/runs/runFile.js";
import type { RunState } from "../studyState.js";

/** A run's progress according to its record, which another process writes. */
export interface RecordedProgress {
  readonly state: "running" | "failed";
  readonly message: string | null;
  /** The learning curve so far. */
  readonly curve: RunState["curve"];
}

/** @returns null while there is no record */
export async function recordedProgress(runFolder: string): Promise<RecordedProgress | null> {
  try {
    const file = parseRunFile(await readFile(path.join(runFolder, "run.json"), "utf8"));
    if (!file) return null;
    const curve = await curveOf(path.join(runFolder, "events.jsonl"));
    return { state: file.state === "failed" ? "failed" : "running", message: file.message ?? null, curve };
  } catch {
    return null;
  }
}

async function curveOf(file: string): Promise<RunState["curve"]> {
  const events = parseEvents<StudyRunEvent>(await readFile(file, "utf8").catch(() => ""));
  const epochs = events.filter((event) => event.type === "epoch");
  return { loss: epochs.map(({ loss }) => loss ?? NaN), uar: epochs.map(({ uar }) => uar ?? null) };
}

const tailBytes = 4096;

/** The last non-blank lines of a log; empty when there are none. */
export async function lastLines(file: string, count = 5): Promise<string[]> {
  const handle = await open(file, "r").catch(() => null);
  if (!handle) return [];
  try {
    const { size } = await handle.stat();
    const bytes = Buffer.alloc(Math.min(size, tailBytes));
    await handle.read(bytes, 0, bytes.length, size - bytes.length);
    const lines = bytes.toString("utf8").split("\n");
    return lines.filter((line) => line.trim() !== "").slice(-count);
  } finally {
    await handle.close();
  }
}
