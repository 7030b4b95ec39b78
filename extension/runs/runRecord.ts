import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { parseEvents, type RunEvent } from "../../kernel/contracts/runs/runEvents.js";
import { parseRunFile, type RunFile } from "../../kernel/contracts/runs/runFile.js";
import type { EpochEvent } from "../../kernel/contracts/runs/trainingEvents.js";
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
  const eventsFile = path.join(folder, "events.jsonl");
  const [settings, lines, written] = await Promise.all([
    readFile(path.join(folder, "run.json"), "utf8").catch(() => undefined),
    readFile(eventsFile, "utf8").catch(() => undefined),
    stat(eventsFile).then(
      ({ mtimeMs }) => mtimeMs,
      () => undefined,
    ),
  ]);
  if (settings === undefined && lines === undefined) return undefined;
  const events = parseEvents(lines ?? "");
  const quiet = written === undefined ? undefined : now - written;
  const summary = summaryOf(events, (parseRunFile(settings ?? "") ?? {}) as RunRecord["settings"]);
  return { id: path.basename(folder), folder, state: stateOf(events, quiet), ...summary };
}

/** The epoch event of a training; runs of a study record less. */
type TrainedEpoch = Extract<RunEvent, EpochEvent>;

function summaryOf(
  events: readonly RunEvent[],
  settings: RunRecord["settings"],
): Omit<RunRecord, "id" | "folder" | "state"> {
  const epochs = events.filter((event) => event.type === "epoch");
  const trained = epochs.filter((event) => !("phase" in event) || event.phase !== "pretraining");
  const last = trained.at(-1);
  const best = bestOf(trained.filter((event): event is TrainedEpoch => "validation" in event));
  return {
    device: deviceOf(events, settings),
    epoch: last?.epoch ?? 0,
    epochs: last && "epochs" in last ? last.epochs : undefined,
    uar: best?.validation?.uar,
    war: best?.validation?.war,
    bestEpoch: best?.epoch,
    loss: last?.loss,
    started: startTime(settings),
    seconds: events.reduce((most, event) => Math.max(most, "seconds" in event ? event.seconds : 0), 0),
    settings,
  };
}

/** The device that the run used or, if unknown, the one that it was configured with. */
function deviceOf(events: readonly RunEvent[], { device }: RunFile): string | undefined {
  const chosen = events.findLast((event) => event.type === "device");
  const start = events.find((event) => event.type === "start");
  if (chosen) return chosen.device;
  return start && "device" in start ? start.device : device;
}

function bestOf(epochs: readonly TrainedEpoch[]): EpochEvent | undefined {
  const validated = epochs.filter(({ validation }) => validation?.uar !== undefined);
  return validated.reduce<EpochEvent | undefined>(
    (best, event) => (best && best.validation!.uar >= event.validation!.uar ? best : event),
    undefined,
  );
}

function startTime({ started }: RunFile): number | undefined {
  const time = Date.parse(started ?? "");
  return Number.isNaN(time) ? undefined : time;
}
