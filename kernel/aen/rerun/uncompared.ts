import { existsSync } from "node:fs";
import path from "node:path";
import type { EpochEvent, TrainingEvent } from "../../contracts/runs/trainingEvents.js";

/**
 * What of a repeated run has nothing in the record to be compared with, and why; null when all epochs are there.
 * @param damaged whether lines of events.jsonl could not be read
 */
export function uncomparedEpochs(
  folder: string,
  events: readonly TrainingEvent[],
  epochs: readonly EpochEvent[],
  damaged: boolean,
): string | null {
  const missing = epochs.filter((epoch) => !recordedEpoch(events, epoch));
  if (missing.length === 0) return null;
  const what = `${missing.length} of ${plural(epochs.length, "epoch")}`;
  if (!existsSync(path.join(folder, "events.jsonl")))
    return `${what}: events.jsonl is missing from the record`;
  if (damaged) return `${what}: lines of events.jsonl are damaged`;
  const last = events.at(-1);
  if (last?.type === "end" && (last.state === "stopped" || last.state === "failed"))
    return `${what}: the recorded run ${last.state === "failed" ? "failed" : "was stopped"} before them`;
  return `${what}: the record ends before them, so the run was interrupted or events.jsonl is cut off`;
}

/** The same epoch in a record, if it is there. */
export function recordedEpoch(
  events: readonly TrainingEvent[],
  { phase, epoch }: EpochEvent,
): EpochEvent | undefined {
  return events.find(
    (event): event is TrainingEvent & EpochEvent =>
      event.type === "epoch" && event.phase === phase && event.epoch === epoch,
  );
}

/** "1 epoch", "3 epochs". */
export function plural(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? "" : "s"}`;
}
