import { answerViewRequests } from "../aen/ablation/viewRequests.js";
import type { RunInProgress } from "../aen/training/runInProgress.js";
import { currentCell } from "./cellContext.js";
import { display, type DisplayHandle } from "./display.js";

/** How often a board is drawn anew at most, in milliseconds: often enough to follow, seldom enough to cost nothing. */
const interval = 1000;

/**
 * Shows the training board of a run in the cell that started it, as long as the run lasts, and lets its buttons
 * pause, resume and stop the run. Drawing never holds the training up: while one picture is made, the next is
 * not begun.
 */
export function showRunLive({ run }: RunInProgress): void {
  if (!currentCell()) return;
  const answerNoMore = answerViewRequests(run.id, (request) => {
    if (request.type === "run-control") run[request.action]();
  });
  let handle: DisplayHandle | undefined;
  let drawn = 0;
  let drawing = false;
  const draw = async (): Promise<void> => {
    drawing = true;
    drawn = performance.now();
    if (handle) await handle.update(run);
    else handle = display(run, { id: `run-${run.id}` });
    await handle.shown;
    drawing = false;
  };
  run.onEvent((event) => {
    const due = performance.now() - drawn >= interval && event.type === "step";
    if (event.type === "end") {
      answerNoMore();
      void drawLast(() => drawing, draw);
    } else if (!drawing && (due || event.type === "paused" || event.type === "resumed")) void draw();
  });
}

/** The end is always shown, after whatever is being drawn. */
async function drawLast(isDrawing: () => boolean, draw: () => Promise<void>): Promise<void> {
  while (isDrawing()) await new Promise((resolve) => setTimeout(resolve, 50));
  await draw();
}
