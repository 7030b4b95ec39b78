import { hostname } from "node:os";
import type { RunEvent } from "../../kernel/contracts/runs/runEvents.js";
import type { EndEvent, RunProcess } from "../../kernel/contracts/runs/trainingEvents.js";

/** A run's state. "interrupted": no end is recorded, and its process is gone or has written nothing for a while. */
export type RecordedState = EndEvent["state"] | "running" | "paused" | "interrupted";

/** How long a run without an end may write nothing before it counts as interrupted, in milliseconds. */
const silence = 60_000;

/** @param quiet milliseconds since the last event was written; undefined when unknown */
export function stateOf(events: readonly RunEvent[], quiet: number | undefined): RecordedState {
  const last = events.findLast((event) => event.type === "end" || event.type === "start");
  if (last?.type === "end") return last.state ?? "finished";
  if (last && "process" in last && isGone(last.process)) return "interrupted";
  if (events.at(-1)?.type === "paused") return "paused";
  return quiet !== undefined && quiet > silence ? "interrupted" : "running";
}

/** Whether a run's process is known to have ended; false for a process on another machine. */
function isGone(by: Partial<RunProcess> | undefined): boolean {
  if (by?.pid === undefined || by.host !== hostname()) return false;
  try {
    process.kill(by.pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
}

/** Runs of a study are resumed through the study, not one by one. */
export function canResume({
  state,
  settings,
}: {
  readonly state: RecordedState;
  readonly settings: object;
}): boolean {
  if ("study" in settings) return false;
  return state === "interrupted" || state === "stopped" || state === "failed";
}
