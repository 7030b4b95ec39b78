import type { EndEvent, EpochEvent, TrainingEvent } from "./trainingEvents.js";

/** What a training board is made of: a run in the kernel, or its record. */
export interface BoardSource {
  readonly id: string;
  readonly state: "running" | "paused" | EndEvent["state"];
  readonly plan: {
    readonly loss: readonly { readonly name: string; readonly weight: number }[];
    /** The requested device. */
    readonly device: string;
    readonly epochs: number;
    /** The clips that it is validated on, or what tells of them; nothing without validation. */
    readonly validate?: object | null;
  };
  readonly events: readonly TrainingEvent[];
  /** The epochs so far, pretraining included. */
  readonly epochs: readonly EpochEvent[];
}
