import { existsSync } from "node:fs";
import path from "node:path";
import { readRegularFileSync } from "../../../files/readRegularFile.js";
import type { ClipPrediction } from "../../../contracts/clipPrediction.js";
import { parsePredictions } from "../../../contracts/runs/predictions.js";
import { parseEvents } from "../../../contracts/runs/runEvents.js";
import { parseRunFile } from "../../../contracts/runs/runFile.js";
import type { TrainingEvent } from "../../../contracts/runs/trainingEvents.js";
import type { DeviceName } from "../../../engine/contract.js";
import { LabelSet } from "../../labels.js";
import { Model } from "../../model/model.js";
import { decodeSafetensors } from "../../model/safetensors.js";
import type { RunDescription } from "./runDescription.js";

/**
 * The folder of a run's record.
 * @param run the id of the run or the folder itself
 * @param records the folder of run records
 * @throws RangeError when there is no such run
 */
export function findRun(run: string, records: string): string {
  const candidates = [path.resolve(run), path.resolve(records, run)];
  const found = candidates.find((folder) => existsSync(path.join(folder, "run.json")));
  if (found) return found;
  throw new RangeError(`There is no run "${run}": neither ${candidates.join(" nor ")} contains a run.json.`);
}

/** The devices that a run computed on, each once, the last one last; none before its first step. */
export function devicesOf(events: readonly TrainingEvent[]): DeviceName[] {
  const told = events.flatMap((event) => (event.type === "device" ? [event.device as DeviceName] : []));
  return [...new Set(told.reverse())].reverse();
}

/** @throws RangeError for a `run.json` that is missing, truncated or in another format */
export function readDescription(folder: string): RunDescription {
  const file = path.join(folder, "run.json");
  const found = parseRunFile(textOf(file) ?? "");
  if (found?.format === "aen-run-1") return found as RunDescription;
  throw new RangeError(`"${file}" is not the record of a run.`);
}

/** Whether a run began with the weights that its model's seed draws; null where the record does not say. */
export function recordedStart(folder: string): "drawn" | "given" | null {
  const found = parseRunFile(textOf(path.join(folder, "run.json")) ?? "") as Partial<RunDescription> | null;
  return found?.model?.start ?? null;
}

/** The predictions of the last evaluation in a record; null when there are none or they are damaged. */
export function readPredictions(folder: string): ClipPrediction[] | null {
  const text = textOf(path.join(folder, "predictions.jsonl"));
  return text === null ? null : parsePredictions(text);
}

/**
 * The model that a run began with, as given.
 * @throws RangeError when its weights were not drawn from the seed and their file is missing or damaged
 */
export function readStartModel(folder: string, { model: given }: RunDescription): Model {
  const labels = new LabelSet(given.emotions, given.groups);
  if (given.start !== "given") return new Model(given.configuration, labels, given.seed);
  const file = path.join(folder, "start.safetensors");
  try {
    const { weights } = decodeSafetensors(readRegularFileSync(file));
    return new Model(given.configuration, labels, given.seed, weights);
  } catch (error) {
    const why = (error as Error).message;
    throw new RangeError(`The weights that the run began with cannot be read from "${file}": ${why}`, {
      cause: error,
    });
  }
}

function textOf(file: string): string | null {
  try {
    return readRegularFileSync(file).toString("utf8");
  } catch {
    return null;
  }
}

/**
 * The events of a record; none if it has no events file.
 * @param onWarning called for lines that cannot be read
 */
export function readEvents(folder: string, onWarning: (message: string) => void = () => {}): TrainingEvent[] {
  const file = path.join(folder, "events.jsonl");
  if (!existsSync(file)) return [];
  return parseEvents<TrainingEvent>(readRegularFileSync(file).toString("utf8"), (line) =>
    onWarning(`${file}, line ${line} is damaged and was skipped.`),
  );
}
