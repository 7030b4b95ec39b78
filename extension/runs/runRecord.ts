import { readdir, readFile, stat } from "node:fs/promises";
import { hostname } from "node:os";
import path from "node:path";

/** A training run as its folder .aen/runs/<id>/ tells. */
export interface RunRecord {
  readonly id: string;
  readonly folder: string;
  /** "interrupted": it has no end, and its process is gone or nothing has been written for a while. */
  readonly state: "running" | "paused" | "finished" | "stopped" | "stopped early" | "failed" | "interrupted";
  readonly device?: string;
  /** The last epoch that is complete. */
  readonly epoch: number;
  readonly epochs?: number;
  /** Unweighted and weighted average recall at the best epoch, 0 to 1. */
  readonly uar?: number;
  readonly war?: number;
  readonly bestEpoch?: number;
  /** When it began, in milliseconds. */
  readonly started?: number;
  /** Seconds that it took so far. */
  readonly seconds: number;
  readonly loss?: number;
  /** run.json as it stands. */
  readonly settings: Readonly<Record<string, unknown>>;
}

interface RunEvent {
  type?: string;
  /** In the start event of a run that goes on from a checkpoint: how many events before it count. */
  keptEvents?: number;
  /** In the start event: who carries the run out. */
  process?: { pid?: number; host?: string };
  seconds?: number;
  device?: string;
  phase?: string;
  epoch?: number;
  epochs?: number;
  loss?: number;
  validation?: { uar?: number; war?: number };
  state?: RunRecord["state"];
}

/** Silence after which a run without an end counts as interrupted, in milliseconds. */
const silence = 60_000;

/** The runs in a folder of runs, the newest first. A folder that is no run is left out. */
export async function readRuns(runsFolder: string): Promise<RunRecord[]> {
  const names = await readdir(runsFolder).catch(() => [] as string[]);
  const runs = await Promise.all(names.map((name) => readRun(path.join(runsFolder, name))));
  return runs.filter((run) => run !== undefined).sort((a, b) => b.id.localeCompare(a.id));
}

/** One run; undefined when its folder holds neither a run.json nor events. */
export async function readRun(folder: string, now = Date.now()): Promise<RunRecord | undefined> {
  const events = path.join(folder, "events.jsonl");
  const [settings, lines, written] = await Promise.all([
    readFile(path.join(folder, "run.json"), "utf8").catch(() => undefined),
    readFile(events, "utf8").catch(() => undefined),
    stat(events).then(
      ({ mtimeMs }) => mtimeMs,
      () => undefined,
    ),
  ]);
  if (settings === undefined && lines === undefined) return undefined;
  const quiet = written === undefined ? undefined : now - written;
  return {
    id: path.basename(folder),
    folder,
    ...summary(parseLines(lines ?? ""), parseSettings(settings), quiet),
  };
}

/**
 * Whole lines only: the last one may be torn where a process has died. What a run did after the checkpoint from which
 * it went on later is left out, as it was done again.
 */
function parseLines(text: string): RunEvent[] {
  const events: RunEvent[] = [];
  for (const line of text.split("\n")) {
    const event = parsed(line);
    if (event?.type === "start" && event.keptEvents !== undefined) events.length = event.keptEvents;
    if (event) events.push(event);
  }
  return events;
}

function parsed(line: string): RunEvent | undefined {
  try {
    return line.trim() === "" ? undefined : (JSON.parse(line) as RunEvent);
  } catch {
    return undefined;
  }
}

function parseSettings(text: string | undefined): Record<string, unknown> {
  try {
    return JSON.parse(text ?? "{}") as Record<string, unknown>;
  } catch {
    return {};
  }
}

function summary(
  events: RunEvent[],
  settings: Record<string, unknown>,
  quiet: number | undefined,
): Omit<RunRecord, "id" | "folder"> {
  const start = events.find((event) => event.type === "start");
  const chosen = events.findLast((event) => event.type === "device");
  const epochs = events.filter((event) => event.type === "epoch" && event.phase !== "pretraining");
  const seconds = Math.max(0, ...events.map((event) => event.seconds ?? 0));
  const best = bestOf(epochs);
  return {
    state: stateOf(events, quiet),
    device: chosen?.device ?? start?.device ?? text(settings["device"]),
    epoch: epochs.at(-1)?.epoch ?? 0,
    epochs: epochs.at(-1)?.epochs,
    uar: best?.validation?.uar,
    war: best?.validation?.war,
    bestEpoch: best?.epoch,
    loss: epochs.at(-1)?.loss,
    started: startTime(settings),
    seconds,
    settings,
  };
}

function bestOf(epochs: RunEvent[]): RunEvent | undefined {
  const validated = epochs.filter((event) => event.validation?.uar !== undefined);
  return validated.reduce<RunEvent | undefined>(
    (best, event) => (best && best.validation!.uar! >= event.validation!.uar! ? best : event),
    undefined,
  );
}

/** @param quiet - milliseconds since the last event was written */
function stateOf(events: RunEvent[], quiet: number | undefined): RunRecord["state"] {
  const last = events.findLast(({ type }) => type === "end" || type === "start");
  if (last?.type === "end") return last.state ?? "finished";
  if (last && isGone(last)) return "interrupted";
  if (events.at(-1)?.type === "paused") return "paused";
  return quiet !== undefined && quiet > silence ? "interrupted" : "running";
}

/** Whether the process of a run has ended; of another machine's nothing is known. */
function isGone({ process: by }: RunEvent): boolean {
  if (by?.pid === undefined || by.host !== hostname()) return false;
  try {
    process.kill(by.pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
}

function startTime(settings: Record<string, unknown>): number | undefined {
  const time = Date.parse(String(settings["started"] ?? settings["startedAt"] ?? ""));
  return Number.isNaN(time) ? undefined : time;
}

function text(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
