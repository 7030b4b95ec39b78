import "../standIn/register.js";
import assert from "node:assert/strict";
import type { TrainingProgress } from "../../../extension/training/trainingProgress.js";

const { progressText } = await import("../../../extension/training/progressText.js");

const progress: TrainingProgress = { run: "r", state: "running", epochs: 20, epoch: 3.4 };

describe("the progress line of a training", () => {
  it("has device, epoch, time left and UAR, as far as they are known", () => {
    assert.equal(progressText(progress), "epoch 3 of 20");
    assert.equal(
      progressText({ ...progress, device: "webgpu", secondsLeft: 30.2, uar: 0.4321 }),
      "webgpu · epoch 3 of 20 · about 31 s left in all · UAR 43.2 %",
    );
  });

  it("says that it is paused instead of the time left", () => {
    assert.equal(progressText({ ...progress, state: "paused", secondsLeft: 30 }), "epoch 3 of 20 · paused");
  });

  it("says of a pretraining what follows it, and that the time left is its own", () => {
    const pretraining = { ...progress, phase: "pretraining", epoch: 5, epochs: 9, secondsLeft: 100 } as const;
    assert.equal(
      progressText({ ...pretraining, epochsAfter: 8 }),
      "pretraining 5 of 9, then 8 epochs · 2 min left of the pretraining",
    );
    assert.equal(
      progressText(pretraining),
      "pretraining 5 of 9 · about 2 min left in all",
      "stills have no epochs on clips",
    );
  });

  it("says of a pretraining how long all will take where that can be told", () => {
    const pretraining = { ...progress, phase: "pretraining", epoch: 5, epochs: 9, epochsAfter: 8 } as const;
    const left = { secondsLeft: 100, secondsAfter: 150 };
    assert.match(progressText({ ...pretraining, ...left }), /then 8 epochs · about 5 min left in all$/);
    assert.match(progressText({ ...pretraining, ...left }, 400), /about 7 min left in all$/, "it ran before");
  });

  it("says how long the whole cell will take, unless the training alone takes longer", () => {
    const trained = { ...progress, secondsLeft: 30 };
    assert.equal(progressText(trained, 100), "epoch 3 of 20 · about 2 min left in all");
    assert.equal(progressText(progress, 100), "epoch 3 of 20 · about 2 min left in all");
    assert.equal(progressText(trained, 20), "epoch 3 of 20 · about 30 s left in all");
    assert.equal(progressText({ ...trained, state: "paused" }, 100), "epoch 3 of 20 · paused");
  });

  it("never counts beyond the last epoch", () => {
    assert.equal(progressText({ ...progress, epoch: 21 }), "epoch 20 of 20");
  });

  it("gives the time in seconds, minutes, or hours and minutes, never with 60 of one unit", () => {
    const left = (secondsLeft: number) =>
      /about (.*) left/.exec(progressText({ ...progress, secondsLeft }))![1];
    assert.deepEqual([1, 59, 60, 119, 3599].map(left), ["1 s", "59 s", "1 min", "2 min", "60 min"]);
    assert.deepEqual([3600, 5400, 7199, 86_399].map(left), [
      "1 h 0 min",
      "1 h 30 min",
      "2 h 0 min",
      "24 h 0 min",
    ]);
  });
});
