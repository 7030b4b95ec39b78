import "../standIn/register.js";
import assert from "node:assert/strict";

const { stateText } = await import("../../../extension/runs/stateText.js");

describe("the state of a run", () => {
  it("has its own words; a state from a later version is shown as it is", () => {
    const states = [
      "running",
      "paused",
      "finished",
      "stopped",
      "stopped early",
      "failed",
      "interrupted",
    ] as const;
    assert.equal(new Set(states.map(stateText)).size, states.length);
    assert.equal(stateText("hibernating" as "paused"), "hibernating");
  });
});
