import type { AblationBoardPayload } from "../../contracts/payloads/ablationBoard.js";
import { duration } from "./training.js";

/** How to read the board. */
export const boardKey =
  "Filled dot: the term is on; a figure above it: its weight, where it is not the base's. Difference from the base with its 95 % interval; grey where no difference could be shown.";

/** State, finished runs and time left. */
export function progressLine({ state, arms, secondsLeft, message }: AblationBoardPayload): string {
  const runs = arms.flatMap((arm) => arm.runs);
  const done = runs.filter((run) => run.state === "finished").length;
  const failed = runs.filter((run) => run.state === "failed").length;
  const parts = [
    state[0].toUpperCase() + state.slice(1),
    `${done} of ${runs.length} runs`,
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(state === "running" && secondsLeft !== undefined ? [`${duration(secondsLeft)} left`] : []),
    ...(message === undefined ? [] : [message]),
  ];
  return parts.join(" · ");
}
