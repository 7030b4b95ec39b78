import assert from "node:assert/strict";
import { stateLine } from "../../../../kernel/figures/compute/training.js";
import type { TrainingBoardPayload } from "../../../../kernel/contracts/payloads/trainingBoard.js";

const payload = (clipsPerSecond?: number, secondsLeft?: number): TrainingBoardPayload => ({
  view: "training-board",
  version: 1,
  run: "a",
  title: "Training",
  state: "running",
  epochs: 4,
  epoch: 1,
  validation: [],
  steps: [{ step: 1, epoch: 1, terms: {}, total: 1, clipsPerSecond }],
  secondsLeft,
});

describe("the line of state of a training", () => {
  it("leaves out speed and time left while they are unknown", () => {
    assert.equal(stateLine(payload()), "Training · epoch 1 of 4");
  });

  it("distinguishes slow trainings from stalled ones", () => {
    assert.match(stateLine(payload(0.042, 600)), /0\.042 clips per second · 10 min/);
    assert.match(stateLine(payload(3.44)), /3\.4 clips per second/);
    assert.match(stateLine(payload(215.4)), /215 clips per second/);
  });
});
