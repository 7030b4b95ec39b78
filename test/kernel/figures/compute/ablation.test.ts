import assert from "node:assert/strict";
import type { AblationBoardPayload } from "../../../../kernel/contracts/payloads/ablationBoard.js";
import { progressLine } from "../../../../kernel/figures/compute/ablation.js";
import { ablationPayload } from "../../../media/examplePayloads.js";

const [base] = ablationPayload().arms;
const states = (...names: ("waiting" | "running" | "finished" | "failed")[]) => ({
  ...base,
  runs: names.map((state, i) => ({ seed: i + 1, state })),
});
const board = (change: Partial<AblationBoardPayload>): AblationBoardPayload => ({
  ...ablationPayload(),
  arms: [states("finished", "finished", "failed"), states("finished", "running", "waiting")],
  ...change,
});

describe("the progress of an ablation", () => {
  it("counts the runs of all arms that finished, and those that failed", () => {
    assert.equal(progressLine(board({ state: "finished" })), "Finished · 3 of 6 runs · 1 failed");
    const well = board({ state: "planned", arms: [states("waiting")] });
    assert.equal(progressLine(well), "Planned · 0 of 1 runs");
  });

  it("says how long it will take while it runs, and then only", () => {
    const left = { secondsLeft: 125 };
    assert.equal(
      progressLine(board({ state: "running", ...left })),
      "Running · 3 of 6 runs · 1 failed · 2 min 05 s left",
    );
    assert.doesNotMatch(progressLine(board({ state: "paused", ...left })), /left/);
    assert.doesNotMatch(progressLine(board({ state: "running" })), /left/);
  });

  it("ends with what is being done", () => {
    const preparing = board({ state: "running", message: "pretraining of the bottom-up branch, seed 2" });
    assert.match(progressLine(preparing), /1 failed · pretraining of the bottom-up branch, seed 2$/);
  });
});
