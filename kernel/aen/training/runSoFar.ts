import type { BoardSource } from "../../contracts/runs/boardSource.js";
import type { TrainPlan } from "./trainOptions.js";

/** The state of a run. */
export type RunState = BoardSource["state"];

/** What a board or text shows of a run at any time. */
export interface RunSoFar extends BoardSource {
  readonly plan: Pick<TrainPlan, "loss" | "device" | "epochs"> & Partial<Pick<TrainPlan, "validate">>;
  /** The epoch with the best validation UAR, counted from 1; null without validation. */
  readonly bestEpoch: number | null;
}
