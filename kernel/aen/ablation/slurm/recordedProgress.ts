import { open, readFile } from "node:fs/promises";
import path from "node:path";
import type { RunState } from "../studyState.js";

/** How a run stands by its record, which another process writes. */
export interface RecordedProgress {
  readonly state: "running" | "failed";
  readonly message: string | null;
  /** The learning curve so far. */
  readonly curve: RunState["curve"];
}

/** @returns null while there is no record */
export async function recordedProgress(runFolder: string): Promise<RecordedProgress | null> {
  try {
    const text = await readFile(path.join(runFolder, "run.json"), "utf8");
    const { state, message = null } = JSON.parse(text) as { state: string; message?: string };
    const curve = await curveOf(path.join(runFolder, "events.jsonl"));
    return { state: state === "failed" ? "failed" : "running", message, curve };
  } catch {
    return null;
  }
}

async function curveOf(file: string): Promise<RunState["curve"]> {
  const lines = (await readFile(file, "utf8").catch(() => "")).split("\n").slice(0, -1);
  const events = lines.map(
    (line) => JSON.parse(line) as { type: string; loss?: number; uar?: number | null },
  );
  const epochs = events.filter(({ type }) => type === "epoch");
  return { loss: epochs.map(({ loss = NaN }) => loss), uar: epochs.map(({ uar = null }) => uar) };
}

const tailBytes = 4096;

/** The last lines of a log that have something in them; empty when there is none. */
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
