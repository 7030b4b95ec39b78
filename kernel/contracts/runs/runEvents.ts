import { parseJsonLines } from "./jsonLines.js";
import type { TrainingEvent } from "./trainingEvents.js";

/** An event in a run of a study, which trains several arms side by side; `time` in ISO 8601. */
export type StudyRunEvent = { readonly time: string } & StudyRunEventBody;

/** {@link StudyRunEvent} before it gets its time. */
export type StudyRunEventBody =
  | { readonly type: "start"; readonly run: string }
  | {
      readonly type: "epoch";
      /** Counted from 1. */
      readonly epoch: number;
      readonly loss: number;
      readonly terms: Readonly<Record<string, number>>;
      /** On the arm's test clips; null if they were not evaluated. */
      readonly uar: number | null;
    }
  | { readonly type: "end"; readonly state: "finished" | "failed"; readonly message?: string };

/** A line of `events.jsonl`, for any kind of run. */
export type RunEvent = TrainingEvent | StudyRunEvent;

/**
 * The events of a record. Events after the checkpoint that a run was resumed from are dropped, since the resumed run
 * repeated them. Lines that are not events, such as a truncated last line, are dropped.
 * @param text `events.jsonl`
 * @param onDamaged called with the number of each dropped line, counted from 1
 */
export function parseEvents<Event extends RunEvent = RunEvent>(
  text: string,
  onDamaged?: (line: number) => void,
): Event[] {
  const events: Event[] = [];
  for (const event of parseJsonLines(text, isEvent<Event>, onDamaged)) {
    if (event.type === "start" && "keptEvents" in event) keepFirst(events, event.keptEvents);
    events.push(event);
  }
  return events;
}

function isEvent<Event extends RunEvent>(value: object): value is Event {
  return "type" in value && typeof value.type === "string";
}

/** Truncates a list, which may already be shorter if lines were damaged. A count that is none changes nothing. */
function keepFirst(events: RunEvent[], count: unknown): void {
  if (!Number.isSafeInteger(count) || (count as number) < 0) return;
  if ((count as number) < events.length) events.length = count as number;
}
