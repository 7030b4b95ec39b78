import { answerViewRequests } from "../aen/host/viewRequests.js";
import type { StartedRun, StartedStudy } from "../aen/host/started.js";
import type * as Aen from "../aen/index.js";
import { currentCell } from "./cellContext.js";
import { LiveBoard } from "./liveBoard.js";

/**
 * Shows runs and studies, while they last, in the cells that start them.
 * @param aen the `aen` that cells use
 * @returns a function that stops this for runs and studies started later
 */
export function showWhatStarts({ onRunStarted, onStudyStarted }: typeof Aen): () => void {
  const forget = [onRunStarted(showRunLive), onStudyStarted(showStudyLive)];
  return () => forget.forEach((each) => each());
}

/**
 * Shows a run's training board in the cell that started it while the run lasts, and lets the board's buttons pause,
 * resume and stop the run.
 */
function showRunLive({ run }: StartedRun): void {
  if (!currentCell()) return;
  const answerNoMore = answerViewRequests(run.id, (request) => {
    if (request.type === "run-control") run[request.action]();
  });
  const board = new LiveBoard(run, `run-${run.id}`);
  run.onEvent(({ type }) => {
    if (type === "end") {
      answerNoMore();
      void board.ended();
    } else if (type === "step") board.changed();
    else if (type === "paused" || type === "resumed") board.changed(true);
  });
}

/** Shows an ablation's board in the cell that started it while it lasts; the study handles its buttons. */
function showStudyLive(study: StartedStudy): void {
  if (!currentCell()) return;
  const board = new LiveBoard(study, `study-${study.plan.id}`);
  let state = study.state;
  study.onChange(() => {
    const changed = study.state !== state;
    state = study.state;
    if (state === "finished" || state === "stopped") {
      if (changed) void board.ended();
    } else board.changed(changed);
  });
}
