import type { EndEvent, EpochEvent, TrainingEvent } from "../../contracts/runs/trainingEvents.js";
import type { TrainPlan } from "./trainOptions.js";

/** The state of a run. */
export type RunState = "running" | "paused" | EndEvent["state"];

/** What a board or text shows of a run at any time. */
export interface RunSoFar {
  readonly id: string;
  readonly state: RunState;
  readonly plan: Pick<TrainPlan, "loss" | "device" | "epochs">;
  readonly events: readonly TrainingEvent[];
  /** The epochs so far, pretraining included. */
  readonly epochs: readonly EpochEvent[];
  /** The epoch with the best validation UAR, counted from 1; null without validation. */
  readonly bestEpoch: number | null;
}
