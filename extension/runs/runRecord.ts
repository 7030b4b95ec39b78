import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import { parseEvents, type RunEvent } from "../../kernel/contracts/runs/runEvents.js";
import { parseRunFile, type RunFile } from "../../kernel/contracts/runs/runFile.js";
import type { RunNotes } from "../../kernel/contracts/runs/runNotes.js";
import type { EpochEvent } from "../../kernel/contracts/runs/trainingEvents.js";
import { readNotes, readTexts } from "./recordedFiles.js";
import { stateOf, type RecordedState } from "./recordedState.js";

/** A training run as recorded in its folder, .aen/runs/<id>/. */
export interface RunRecord {
  readonly id: string;
  readonly folder: string;
  readonly state: RecordedState;
  readonly device?: string;
  /** The last completed epoch. */
  readonly epoch: number;
  readonly epochs?: number;
  /** Unweighted and weighted average recall at the best epoch, 0 to 1. */
  readonly uar?: number;
  readonly war?: number;
  readonly bestEpoch?: number;
  /** Start time, in milliseconds. */
  readonly started?: number;
  /** Seconds taken so far. */
  readonly seconds: number;
  readonly loss?: number;
  /** What a person has written about it. */
  readonly notes?: RunNotes;
  /** The content of run.json. */
  readonly settings: RunFile & Readonly<Record<string, unknown>>;
}

/** The runs in a folder of runs, newest first. Folders that are not runs, and records that make no sense, are skipped. */
export async function readRuns(runsFolder: string): Promise<RunRecord[]> {
  const names = await readdir(runsFolder).catch(() => [] as string[]);
  const runs = await Promise.all(
    names.map((name) => readRun(path.join(runsFolder, name)).catch(() => undefined)),
  );
  return runs.filter((run) => run !== undefined).sort((a, b) => b.id.localeCompare(a.id));
}

/** Reads one run; undefined when its folder holds neither a run.json nor events. */
export async function readRun(folder: string, now = Date.now()): Promise<RunRecord | undefined> {
  const [[settings, lines], written, notes] = await Promise.all([
    readTexts(folder),
    stat(path.join(folder, "events.jsonl")).then(
      ({ mtimeMs }) => mtimeMs,
      () => undefined,
    ),
    readNotes(folder),
  ]);
  if (settings === undefined && lines === undefined) return undefined;
  const events = parseEvents(lines ?? "");
  const quiet = written === undefined ? undefined : now - written;
  const summary = summaryOf(events, (parseRunFile(settings ?? "") ?? {}) as RunRecord["settings"]);
  return { id: path.basename(folder), folder, state: stateOf(events, quiet), ...summary, notes };
}

/** The epoch event of a training; runs of a study record less. */
type TrainedEpoch = Extract<RunEvent, EpochEvent>;

function summaryOf(
  events: readonly RunEvent[],
  settings: RunRecord["settings"],
): Omit<RunRecord, "id" | "folder" | "state" | "notes"> {
  const epochs = events.filter((event) => event.type === "epoch");
  const trained = epochs.filter((event) => !("phase" in event) || event.phase !== "pretraining");
  const last = trained.at(-1);
  const best = bestOf(trained.filter((event): event is TrainedEpoch => "validation" in event));
  return {
    device: deviceOf(events, settings),
    epoch: numberIn(last?.epoch) ?? 0,
    epochs: last && "epochs" in last ? numberIn(last.epochs) : undefined,
    uar: best?.validation?.uar ?? lastRate(trained),
    war: numberIn(best?.validation?.war),
    bestEpoch: numberIn(best?.epoch),
    loss: numberIn(last?.loss),
    started: startTime(settings),
    seconds: events.reduce(
      (longest, event) => Math.max(longest, ("seconds" in event && numberIn(event.seconds)) || 0),
      0,
    ),
    settings,
  };
}

/** The UAR of a study's run after its last epoch, on the test clips of its arm. */
function lastRate(epochs: readonly RunEvent[]): number | undefined {
  const rates = epochs.map((event) => ("uar" in event ? numberIn(event.uar) : undefined));
  return rates.findLast((rate) => rate !== undefined);
}

/** The device that the run used or, if unknown, the one that it was configured with. */
function deviceOf(events: readonly RunEvent[], { device }: RunFile): string | undefined {
  const chosen = events.findLast((event) => event.type === "device");
  const start = events.find((event) => event.type === "start");
  const told: unknown = chosen?.device ?? (start && "device" in start ? start.device : device);
  return typeof told === "string" ? told : undefined;
}

/** A number of a record; undefined for anything else, as anybody may have written it. */
function numberIn(value: unknown): number | undefined {
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}

function bestOf(epochs: readonly TrainedEpoch[]): EpochEvent | undefined {
  const validated = epochs.filter(({ validation }) => numberIn(validation?.uar) !== undefined);
  return validated.reduce<EpochEvent | undefined>(
    (best, event) => (best && best.validation!.uar >= event.validation!.uar ? best : event),
    undefined,
  );
}

function startTime({ started }: RunFile): number | undefined {
  const time = typeof started === "string" ? Date.parse(started) : NaN;
  return Number.isNaN(time) ? undefined : time;
}
