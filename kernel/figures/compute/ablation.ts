import type { AblationBoardPayload } from "../../contracts/payloads/ablationBoard.js";
import { duration } from "./training.js";
import { worded } from "../../words/words.js";

/** How to read the board. */
export function boardKey(): string {
  return worded(
    "Filled dot: the term is on; a figure above it: its weight, where it is not the base's. Difference from the base with its 95 % interval; grey where no difference could be shown.",
  );
}

const stateNames = {
  planned: "Planned",
  running: "Running",
  paused: "Paused",
  stopped: "Stopped",
  finished: "Finished",
  failed: "Failed",
} as const satisfies Record<AblationBoardPayload["state"], string>;

/** State, finished runs and time left. */
export function progressLine({ state, arms, secondsLeft, message }: AblationBoardPayload): string {
  const runs = arms.flatMap((arm) => arm.runs);
  const done = runs.filter((run) => run.state === "finished").length;
  const failed = runs.filter((run) => run.state === "failed").length;
  const parts = [
    worded(stateNames[state]),
    worded("{0} of {1} runs", done, runs.length),
    ...(failed > 0 ? [worded("{0} failed", failed)] : []),
    ...(state === "running" && secondsLeft !== undefined ? [worded("{0} left", duration(secondsLeft))] : []),
    ...(message === undefined ? [] : [message]),
  ];
  return parts.join(" · ");
}
