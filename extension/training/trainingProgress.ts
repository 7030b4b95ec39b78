/** The part of a training board's payload (application/vnd.aen.training-board.v1+json) that the status bar tells. */
export interface TrainingProgress {
  readonly run: string;
  readonly state: "waiting" | "running" | "paused" | "stopped" | "finished" | "failed";
  readonly device?: string;
  readonly epochs: number;
  readonly epoch: number;
  /** Seconds still to go. */
  readonly secondsLeft?: number;
  /** Unweighted average recall of the last validation, 0 to 1. */
  readonly uar?: number;
}

export const trainingBoardMimeType = "application/vnd.aen.training-board.v1+json";

/** What a bundle of MIME forms says about a training; undefined when it is about something else. */
export function trainingProgress(data: Record<string, unknown>): TrainingProgress | undefined {
  const payload = data[trainingBoardMimeType] as
    (TrainingProgress & { validation?: { uar: number | null }[] }) | undefined;
  if (typeof payload?.run !== "string") return undefined;
  const { run, state, device, epochs, epoch, secondsLeft } = payload;
  const uar = payload.validation?.at(-1)?.uar ?? undefined;
  return { run, state, device, epochs, epoch, secondsLeft, uar };
}

/** Whether a training can still be steered. */
export function isGoingOn({ state }: TrainingProgress): boolean {
  return state === "running" || state === "paused" || state === "waiting";
}
