import "../standIn/register.js";
import assert from "node:assert/strict";
import { mock } from "node:test";
import type * as standIn from "../standIn/vscode.js";

const { asked, EventEmitter } = (await import("vscode")) as unknown as typeof standIn;
const { WorkStatusBar } = await import("../../../extension/training/workStatusBar.js");

describe("what a cell does, in the status bar", () => {
  const [worked, moved] = [new EventEmitter<unknown>(), new EventEmitter<unknown>()];
  const cell = { index: 2, notebook: "notebook" };
  let progress: object | undefined;
  let left: number | undefined;
  let bar: { dispose(): void };
  let item: (typeof asked.statusBarItems)[number];

  beforeEach(() => {
    mock.timers.enable({ apis: ["setInterval", "Date"] });
    const controller = { onDidWork: worked.event, kernels: { onDidMove: moved.event } };
    bar = new WorkStatusBar(controller as never, { of: () => progress } as never, {
      secondsLeft: () => left,
    });
    item = asked.statusBarItems.at(-1)!;
    progress = left = undefined;
  });
  afterEach(() => {
    bar.dispose();
    mock.timers.reset();
  });
  const work = (isRunning: boolean) => worked.fire({ cell, started: Date.now(), isRunning });

  it("is how long it has been running, and that of its training once it has a board", () => {
    work(true);
    mock.timers.tick(65_000);
    assert.equal(item.text, "$(pulse) Cell 3 has been running for 1:05");
    progress = { phase: "pretraining", state: "running", device: "cpu", epoch: 5, epochs: 9, epochsAfter: 8 };
    mock.timers.tick(1000);
    assert.equal(item.text, "$(pulse) Training: cpu · pretraining 5 of 9, then 8 epochs");
    assert.equal(item.shown, true);
  });

  it("is also the time left of the whole cell where that is known, before and after the first board", () => {
    left = 100;
    work(true);
    mock.timers.tick(65_000);
    assert.equal(item.text, "$(pulse) Cell 3 has been running for 1:05 · about 2 min left in all");
    progress = {
      phase: "pretraining",
      state: "running",
      epoch: 5,
      epochs: 9,
      epochsAfter: 8,
      secondsLeft: 30,
    };
    mock.timers.tick(1000);
    assert.equal(item.text, "$(pulse) Training: pretraining 5 of 9, then 8 epochs · about 2 min left in all");
  });

  it("goes when the cell has ended, and is not there for what takes less than a second", () => {
    work(true);
    assert.equal(item.shown, false);
    mock.timers.tick(1000);
    assert.equal(item.shown, true);
    work(false);
    assert.equal(item.shown, false);
  });

  it("goes with its notebook when that is opened under another name", async () => {
    const document = { getText: () => "train" };
    worked.fire({ cell: { ...cell, document }, started: Date.now(), isRunning: true });
    const after = { index: 0, notebook: "renamed", document };
    moved.fire({ from: "notebook", to: { getCells: () => [after] } });
    mock.timers.tick(1000);
    assert.match(item.text, /Cell 1 has been running/);
    asked.shown.length = 0;
    await asked.commands.get("_aen.showRunningCell")!();
    assert.deepEqual(asked.shown, ["renamed"]);
  });

  it("leads to the cell", async () => {
    work(true);
    asked.shown.length = 0;
    await asked.commands.get("_aen.showRunningCell")!();
    assert.deepEqual(asked.shown, ["notebook"]);
  });
});
