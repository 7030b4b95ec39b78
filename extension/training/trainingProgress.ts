import { unpackedPayload } from "../../kernel/contracts/packedPayload.js";
import { viewMimeTypes } from "../../kernel/contracts/viewMimeTypes.js";

/** The part of a training board's payload that the status bar shows. */
export interface TrainingProgress {
  readonly run: string;
  readonly state: "waiting" | "running" | "paused" | "stopped" | "finished" | "failed";
  readonly device?: string;
  readonly epochs: number;
  readonly epoch: number;
  readonly phase?: "pretraining" | "training";
  /** How many epochs on clips follow the pretraining. */
  readonly epochsAfter?: number;
  /** Seconds remaining. */
  readonly secondsLeft?: number;
  /** Roughly the seconds that the epochs on clips take after the pretraining. */
  readonly secondsAfter?: number;
  /** Unweighted average recall of the last validation, 0 to 1. */
  readonly uar?: number;
}

export const trainingBoardMimeType = viewMimeTypes["training-board"];

/** The training progress in a MIME bundle; undefined when it holds none. */
export function trainingProgress(data: Record<string, unknown>): TrainingProgress | undefined {
  const payload = unpackedPayload(data[trainingBoardMimeType]) as
    (TrainingProgress & { validation?: { uar: number | null }[] }) | undefined;
  if (typeof payload?.run !== "string") return undefined;
  const { run, state, device, epochs, epoch, phase, epochsAfter, secondsLeft, secondsAfter } = payload;
  const uar = payload.validation?.at(-1)?.uar ?? undefined;
  const following = { ...(phase && { phase }), ...(epochsAfter !== undefined && { epochsAfter }) };
  const left = { secondsLeft, ...(secondsAfter !== undefined && { secondsAfter }) };
  return { run, state, device, epochs, epoch, ...following, ...left, uar };
}

/** Whether a training can still be steered. */
export function isGoingOn({ state }: TrainingProgress): boolean {
  return state === "running" || state === "paused" || state === "waiting";
}
