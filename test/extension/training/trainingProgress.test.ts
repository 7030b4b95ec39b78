import assert from "node:assert/strict";
import {
  isGoingOn,
  trainingBoardMimeType,
  trainingProgress,
} from "../../../extension/training/trainingProgress.js";

const board = {
  run: "r",
  state: "running",
  device: "cpu",
  epochs: 9,
  epoch: 2.5,
  secondsLeft: 12,
  other: "x",
};

describe("what an output says about a training", () => {
  it("is what the status bar shows of the board, with the UAR of the last validation", () => {
    const validation = [{ uar: 0.2 }, { uar: 0.4 }];
    const { other: _, ...told } = board;
    assert.deepEqual(trainingProgress({ [trainingBoardMimeType]: { ...board, validation } }), {
      ...told,
      uar: 0.4,
    });
    assert.equal(
      trainingProgress({ [trainingBoardMimeType]: { ...board, validation: [{ uar: null }] } })!.uar,
      undefined,
    );
    assert.equal(trainingProgress({ [trainingBoardMimeType]: board })!.uar, undefined);
  });

  it("is absent for any other output", () => {
    for (const data of [
      {},
      { "text/plain": "x" },
      { [trainingBoardMimeType]: null },
      { [trainingBoardMimeType]: {} },
    ])
      assert.equal(trainingProgress(data), undefined);
  });
});

describe("a training", () => {
  it("can be steered while it waits, runs or is paused", () => {
    const states = ["waiting", "running", "paused", "stopped", "finished", "failed"] as const;
    const going = states.filter((state) => isGoingOn({ run: "r", state, epochs: 1, epoch: 0 }));
    assert.deepEqual(going, ["waiting", "running", "paused"]);
  });
});
