import "../standIn/register.js";
import assert from "node:assert/strict";
import type * as standIn from "../standIn/vscode.js";
import type { TrainingProgress } from "../../../extension/training/trainingProgress.js";

const { asked, EventEmitter } = (await import("vscode")) as unknown as typeof standIn;
const { TrainingStatusBar } = await import("../../../extension/training/trainingStatusBar.js");

describe("the status bar of a cell that trains", () => {
  const cell = { name: "cell" };
  const changed = new EventEmitter<void>();
  let progress: TrainingProgress | undefined;
  const trainings = {
    onDidChange: changed.event,
    of: (which: unknown) => (which === cell ? progress : undefined),
    get goingOn() {
      return progress ? [{ cell, progress }] : [];
    },
  };
  const bar = new TrainingStatusBar(trainings as never);
  after(() => bar.dispose());
  const shown = () => bar.provideCellStatusBarItems(cell as never);
  const running: TrainingProgress = { run: "r", state: "running", epochs: 5, epoch: 2 };

  it("shows its progress, and has Pause and Stop buttons for this cell", () => {
    progress = running;
    const [text, pause, stop] = shown();
    assert.equal(text.text, "$(pulse) epoch 2 of 5");
    assert.deepEqual(
      [pause, stop].map((item) => item.command),
      [
        { title: "Pause training", command: "aen.training.pause", arguments: [cell] },
        { title: "Stop training", command: "aen.training.stop", arguments: [cell] },
      ],
    );
    const label = (item: typeof shown extends () => (infer T)[] ? T : never) =>
      item.accessibilityInformation!.label;
    assert.deepEqual([text, pause, stop].map(label), [
      "Training: epoch 2 of 5",
      "Pause training",
      "Stop training",
    ]);
  });

  it("has a Resume button while it is paused", () => {
    progress = { ...running, state: "paused" };
    const [text, resume] = shown();
    assert.match(text.text, /^\$\(debug-pause\)/);
    assert.equal((resume.command as { command: string }).command, "aen.training.resume");
  });

  it("is empty where no training is running", () => {
    progress = undefined;
    assert.deepEqual(shown(), []);
  });

  it("lets menus know the state of the training", () => {
    const told = () => asked.executed.at(-1);
    progress = running;
    changed.fire();
    assert.deepEqual(told(), ["setContext", "aen.training", "running"]);
    progress = undefined;
    changed.fire();
    assert.deepEqual(told(), ["setContext", "aen.training", "none"]);
  });

  it("is drawn once for many changes in a row", async () => {
    let drawn = 0;
    bar.onDidChangeCellStatusBarItems(() => drawn++);
    for (let i = 0; i < 20; i++) changed.fire();
    await new Promise<void>((resolve) => bar.onDidChangeCellStatusBarItems(resolve));
    assert.equal(drawn, 1);
  });
});
