import type { Study } from "../aen/ablation/study.js";
import { answerViewRequests } from "../aen/views/viewRequests.js";
import type { RunInProgress } from "../aen/training/runInProgress.js";
import { currentCell } from "./cellContext.js";
import { LiveBoard } from "./liveBoard.js";

/**
 * Shows the training board of a run in the cell that started it, as long as the run lasts, and lets its buttons
 * pause, resume and stop the run.
 */
export function showRunLive({ run }: RunInProgress): void {
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

/** Shows the board of an ablation in the cell that started it, as long as it lasts; the study answers its buttons. */
export function showStudyLive(study: Study): void {
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
