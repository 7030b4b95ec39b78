import path from "node:path";
import type { ClipPrediction } from "../../kernel/contracts/clipPrediction.js";
import type { Labels } from "../../kernel/contracts/labels.js";
import { parsePredictions } from "../../kernel/contracts/runs/predictions.js";
import { parseEvents, type RunEvent } from "../../kernel/contracts/runs/runEvents.js";
import { notesFile, parseNotes, type RunNotes } from "../../kernel/contracts/runs/runNotes.js";
import { readRegularFile } from "../../kernel/files/readRegularFile.js";
import { writeAtomically } from "../../kernel/files/writeAtomically.js";

/** The sizes in bytes up to which files are read; those of a long training have a hundredth of it. */
const most = { settings: 16 << 20, events: 256 << 20, predictions: 256 << 20, notes: 1 << 20 };

/** The text of `run.json` and of `events.jsonl`; undefined for what is missing. */
export function readTexts(folder: string): Promise<[settings?: string, events?: string]> {
  return Promise.all([
    textOf(path.join(folder, "run.json"), most.settings),
    textOf(path.join(folder, "events.jsonl"), most.events),
  ]);
}

export async function readEvents(folder: string): Promise<RunEvent[]> {
  return parseEvents((await textOf(path.join(folder, "events.jsonl"), most.events)) ?? "");
}

/** The predictions of the last evaluation, without what only timelines need; none where they are missing or damaged. */
export async function readPredictions(folder: string): Promise<ClipPrediction[]> {
  const text = (await textOf(path.join(folder, "predictions.jsonl"), most.predictions)) ?? "";
  return (parsePredictions(text) ?? []).map(
    ({ pseudoLabelLogits: _pseudo, frameLogits: _logits, frameAttention: _attention, ...scores }) => scores,
  );
}

/** A JSON file of a record, e.g. of a study; null when it is missing or damaged. */
export async function readJson(folder: string, name: string): Promise<unknown> {
  const text = await textOf(path.join(folder, name), most.events);
  try {
    return text === undefined ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

export async function readNotes(folder: string): Promise<RunNotes> {
  return parseNotes((await textOf(path.join(folder, notesFile), most.notes)) ?? "");
}

/** @throws the system's error */
export function writeNotes(folder: string, notes: RunNotes): void {
  writeAtomically(path.join(folder, notesFile), `${JSON.stringify(notes, null, 2)}\n`);
}

/** The labels of a network as `run.json` has them: emotions in order, groups by the names of their emotions. */
export function labelsIn(model: unknown): Labels | null {
  const { emotions, groups } = (model ?? {}) as { emotions?: unknown; groups?: unknown };
  if (!Array.isArray(emotions) || typeof groups !== "object" || groups === null) return null;
  const named = Object.entries(groups).map(([name, members]) => ({
    name,
    emotions: Array.isArray(members) ? members.map((member) => emotions.indexOf(member)) : [],
  }));
  return labelsOf(emotions as string[], named);
}

/** @returns null when an emotion is in no group */
export function labelsOf(emotions: readonly string[], groups: Labels["groups"]): Labels | null {
  const groupOf = emotions.map((_, emotion) => groups.findIndex((group) => group.emotions.includes(emotion)));
  return groupOf.includes(-1) ? null : { emotions, groups, groupOf };
}

/** A file's text; undefined for what is missing, is no file (a pipe, a device) or is far too large. */
async function textOf(file: string, limit: number): Promise<string | undefined> {
  return readRegularFile(file, limit).then(String, () => undefined);
}
